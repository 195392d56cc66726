package graph

import (
	"context"

	"usher/app"
	"usher/graph/model"
	"usher/invite"
)

// Renderer puts a message into the form in which it would leave.
type Renderer interface {
	// Render returns an error for a message that could not leave.
	Render(m app.Message) (app.Rendered, error)
}

func (r *queryResolver) PreviewInvite(ctx context.Context, in model.InviteContactsInput, action app.SendAction, contact *invite.ID) (*model.InvitePreview, error) {
	var preview app.SendingPreview
	input, err := inviteInput(in)
	if err == nil {
		preview, err = r.App.PreviewSending(ctx, action, input, contact)
	}
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.InvitePreview{
		QueuedCount: preview.Queued, SkippedCount: len(preview.Skipped), Skipped: []model.SkippedContact{},
		FirstSendAt: preview.First, LastSendAt: preview.Last, TTLDays: preview.TTLDays, UserErrors: errs,
	}
	contacts := of(ctx).load().contacts
	for _, item := range preview.Skipped {
		contacts.want(item.Contact)
	}
	for _, item := range preview.Skipped {
		c, err := contacts.load(ctx, item.Contact)
		if err != nil {
			return nil, err
		}
		out.Skipped = append(out.Skipped, model.SkippedContact{Contact: &c, Error: userError(item.Skipped)})
	}
	out.Message, err = r.message(ctx, preview)
	return out, err
}

// message renders the preview's messages; nil where there are none. One that
// could not leave is one that the contact would not get.
func (r *queryResolver) message(ctx context.Context, p app.SendingPreview) (*model.MessagePreview, error) {
	if p.Contact == nil {
		return nil, nil
	}
	c, err := of(ctx).load().contacts.load(ctx, *p.Contact)
	if err != nil {
		return nil, err
	}
	out := &model.MessagePreview{Contact: &c}
	for _, m := range p.Messages {
		shown, err := r.Renderer.Render(m)
		switch {
		case err != nil:
		case m.Channel == invite.SMS:
			out.Sms = &model.SmsPreview{To: shown.To, Text: shown.Text, Segments: shown.Segments}
		default:
			out.Email = &model.EmailPreview{From: shown.From, To: shown.To, Subject: shown.Subject, Text: shown.Text, HTML: shown.HTML}
		}
	}
	return out, nil
}
