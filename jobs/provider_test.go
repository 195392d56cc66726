package jobs

import (
	"context"
	"regexp"
	"sync"
	"time"

	"usher/deliver"
)

// provider stands for a mail server or a text message provider, behind the
// interface by which the loops know it.
type provider struct {
	rig *rig

	mu     sync.Mutex
	sent   []sent
	answer func(ctx context.Context, s sent) error // nil accepts everything
}

// sent is one message as it was handed over, accepted or not.
type sent struct {
	at        time.Time // by the test's clock
	to        string
	messageID string
	date      time.Time
	subject   string
	text      string
}

var (
	linkForm = regexp.MustCompile(`https://join\.example/join/[^\s/]+`)
	codeForm = regexp.MustCompile(`[0-9A-Z]{5}-[0-9A-Z]{5}`)
)

func (s sent) link() string { return linkForm.FindString(s.text) }
func (s sent) code() string { return codeForm.FindString(s.text) }

func (p *provider) take(ctx context.Context, s sent) (deliver.Receipt, error) {
	p.mu.Lock()
	s.at = p.rig.Clock.Now()
	p.sent = append(p.sent, s)
	answer := p.answer
	p.mu.Unlock()
	if answer == nil {
		return deliver.Receipt{ProviderID: "id"}, nil
	}
	if err := answer(ctx, s); err != nil {
		return deliver.Receipt{}, err
	}
	return deliver.Receipt{ProviderID: "id"}, nil
}

// all returns what was handed over so far.
func (p *provider) all() []sent {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]sent(nil), p.sent...)
}

// answers sets what the provider says from now on.
func (p *provider) answers(f func(ctx context.Context, s sent) error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer = f
}

type emails struct{ *provider }

func (p emails) Send(ctx context.Context, e deliver.Email) (deliver.Receipt, error) {
	return p.take(ctx, sent{to: e.To, messageID: e.MessageID, date: e.Date, subject: e.Subject, text: e.Text})
}

type texts struct{ *provider }

func (p texts) Send(ctx context.Context, s deliver.SMS) (deliver.Receipt, error) {
	return p.take(ctx, sent{to: s.To, text: s.Body})
}

// always answers every message with the failure.
func always(f *deliver.Failure) func(context.Context, sent) error {
	return func(context.Context, sent) error { return f }
}
