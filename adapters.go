package main

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"usher/app"
	"usher/deliver"
	"usher/graph"
	"usher/invite"
	"usher/jobs/rdb"
	"usher/web"
)

// limiter counts attempts in Redis, for all processes together.
type limiter struct{ shared *rdb.Limiter }

// Allow counts one attempt; as many as a period allows may come at once.
func (l limiter) Allow(ctx context.Context, key string, limit app.Limit) (bool, time.Duration, error) {
	d, err := l.shared.Allow(ctx, key, rdb.Limit{Rate: limit.Rate, Burst: limit.Rate, Period: limit.Period}, 1)
	return d.Allowed, d.RetryAfter, err
}

// proofSender sends 6-digit codes, at once.
type proofSender struct {
	email *deliver.EmailSender
	sms   deliver.SMSSender
	from  string
}

// SendProof makes one attempt. The person waits for it, and can ask again.
func (s proofSender) SendProof(ctx context.Context, proof app.Proof) error {
	v := deliver.Verification{
		Organization: proof.Organization.Name, Sender: s.from, Support: proof.Organization.SupportContact,
		Code: proof.Code, ValidInMinutes: int(proof.Lifetime / time.Minute),
	}
	if proof.Channel == invite.SMS {
		text, err := v.SMS(proof.To)
		if err == nil {
			_, err = s.sms.Send(ctx, text)
		}
		return err
	}
	email, err := v.Email(proof.To, uuid.NewString()+s.from[strings.LastIndexByte(s.from, '@'):], now())
	if err == nil {
		_, err = s.email.Send(ctx, email)
	}
	return err
}

// additionSender writes to whom the heads of households add, at once.
type additionSender struct {
	senders
	from   string
	public string // where browsers reach us, without a slash at the end
}

// SendAddition makes one attempt; the head can ask for another.
func (s additionSender) SendAddition(ctx context.Context, m app.AdditionMessage) error {
	const day = 24 * time.Hour
	message := deliver.Addition{
		Organization: m.Organization.Name, Sender: s.from, Support: m.Organization.SupportContact, Accent: m.Organization.Accent(),
		Head: m.Head, Household: m.Household, Recipient: m.Name,
		Link: s.public + web.JoinPath + "/" + m.Token, ExpiresInDays: int(m.Lifetime / day),
	}
	err := s.send(ctx, m, message)
	var failure *deliver.Failure
	if errors.As(err, &failure) {
		return app.Unsent(failure.Error())
	}
	return err
}

func (s additionSender) send(ctx context.Context, m app.AdditionMessage, message deliver.Addition) error {
	if m.Channel == invite.SMS {
		text, err := message.SMS(m.To)
		if err == nil {
			_, err = s.sms.Send(ctx, text)
		}
		return err
	}
	email, err := message.Email(m.To, uuid.NewString()+s.from[strings.LastIndexByte(s.from, '@'):], now())
	if err == nil {
		_, err = s.email.Send(ctx, email)
	}
	return err
}

// sessions are the cookies of GraphQL's sign-in, for the join pages.
type sessions struct{ secure bool }

// Set signs the browser in.
func (s sessions) Set(w http.ResponseWriter, signed app.Signed) {
	graph.SetSessionCookies(w, signed, s.secure)
}

// Clear signs it out.
func (s sessions) Clear(w http.ResponseWriter) { graph.ClearSessionCookies(w, s.secure) }

// Tokens returns what the browser holds.
func (s sessions) Tokens(r *http.Request) (access, refresh string) { return graph.SessionTokens(r) }
