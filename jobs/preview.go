package jobs

import (
	"usher/app"
	"usher/invite"
)

// Render composes a message as it would be sent. It sends nothing.
func (j *Jobs) Render(m app.Message) (app.Rendered, error) {
	composed := j.compose(m)
	if m.Channel == invite.SMS {
		text, err := composed.SMS(m.Address)
		return app.Rendered{To: text.To, Text: text.Body, Segments: text.Segments()}, err
	}
	email, err := composed.Email(m.Address, j.messageID(m), m.CreatedAt)
	return app.Rendered{
		From: email.From.Name + " <" + email.From.Address + ">", To: email.To, Subject: email.Subject, Text: email.Text, HTML: email.HTML,
	}, err
}
