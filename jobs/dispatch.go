package jobs

import (
	"context"
	"errors"
	"time"

	"usher/app"
	"usher/deliver"
	"usher/invite"
)

// Recording must end before the message's lease does: 30 s less the call.
const (
	recordTries    = 5
	recordPatience = 8 * time.Second
	recordPause    = 100 * time.Millisecond // doubled after each try
)

// dispatch sends one message and records how that ended, in a goroutine of its
// own: email and text message of one contact, and lanes, never wait for each
// other. Where a provider hangs so long that every place of its channel is
// taken, the message is deferred as if it had hung as well.
func (j *Jobs) dispatch(ctx context.Context, m app.Message) {
	room := j.flight.board(m.Channel)
	j.flight.start(ctx, "message", func(ctx context.Context) {
		if !room {
			j.record(ctx, m, app.Outcome{Failed: true, Temporary: true, Reason: "Too many messages wait for the provider's answer."})
			return
		}
		defer j.flight.leave(m.Channel)
		j.record(ctx, m, j.send(ctx, m))
	})
}

// send makes one attempt, which ends within invite.CallTimeout.
func (j *Jobs) send(ctx context.Context, m app.Message) app.Outcome {
	ctx, cancel := context.WithTimeout(ctx, invite.CallTimeout)
	defer cancel()
	composed := j.compose(m)
	if m.Channel == invite.SMS {
		text, err := composed.SMS(m.Address)
		if err != nil {
			return j.unsendable(ctx, m, err)
		}
		return j.outcome(ctx, m)(j.SMS.Send(ctx, text))
	}
	email, err := composed.Email(m.Address, j.messageID(m), m.CreatedAt)
	if err != nil {
		return j.unsendable(ctx, m, err)
	}
	return j.outcome(ctx, m)(j.Email.Send(ctx, email))
}

// messageID is the same in every attempt, so that a server that saw the message
// before can tell.
func (j *Jobs) messageID(m app.Message) string { return string(m.Delivery) + "@" + j.domain }

// compose gives the message the addresses of our pages.
func (j *Jobs) compose(m app.Message) deliver.Message {
	join := j.PublicURL + "/join"
	const day = 24 * time.Hour
	return deliver.Message{
		Purpose:       m.Purpose,
		Organization:  m.Organization.Name,
		Sender:        j.From,
		Support:       m.Organization.SupportContact,
		Accent:        m.Organization.Accent(),
		Recipient:     m.Recipient,
		Texts:         m.Texts,
		Link:          join + "/" + m.Token,
		Code:          invite.GroupCode(m.Code),
		CodePage:      join,
		ExpiresInDays: max(1, int((m.ExpiresAt.Sub(j.Now())+day-1)/day)),
		DeclineURL:    join + "/" + m.Token + "/decline",
	}
}

// unsendable is the outcome of a message that cannot be composed. The error
// names a field and never its value.
func (j *Jobs) unsendable(ctx context.Context, m app.Message, err error) app.Outcome {
	j.Log.ErrorContext(ctx, "message cannot be composed", "delivery", m.Delivery, "err", err)
	return app.Outcome{Failed: true, Reason: "The message could not be composed; its address may be wrong."}
}

// outcome turns a sender's answer into what is recorded.
func (j *Jobs) outcome(ctx context.Context, m app.Message) func(deliver.Receipt, error) app.Outcome {
	return func(receipt deliver.Receipt, err error) app.Outcome {
		var failure *deliver.Failure
		switch {
		case err == nil:
			return app.Outcome{ProviderID: receipt.ProviderID}
		case errors.As(err, &failure):
			return app.Outcome{Failed: true, Temporary: failure.Temporary, RetryAfter: failure.RetryAfter, Reason: failure.Error()}
		}
		j.Log.ErrorContext(ctx, "sender broke its promise", "delivery", m.Delivery, "channel", m.Channel)
		return app.Outcome{Failed: true, Temporary: true, Reason: "The message could not be handed over."}
	}
}

// record writes the outcome down. What cannot be recorded is attempted again
// after its lease, under the same Message-ID and with the same credential.
func (j *Jobs) record(ctx context.Context, m app.Message, o app.Outcome) {
	ctx, cancel := context.WithTimeout(app.AsSystem(ctx, j.sender.actor), recordPatience)
	defer cancel()
	pause := recordPause
	for try := 1; ; try++ {
		err := j.App.Record(ctx, m.Delivery, m.Attempt, o)
		if err == nil {
			return
		}
		if try == recordTries || ctx.Err() != nil {
			j.Log.ErrorContext(ctx, "outcome not recorded", "delivery", m.Delivery, "attempt", m.Attempt, "err", err)
			return
		}
		j.turned("record again")
		wait(ctx, pause, nil)
		pause *= 2
	}
}
