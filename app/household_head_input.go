package app

import (
	"strings"

	"usher/address"
	"usher/invite"
)

// reach is the address at which somebody can be asked to confirm; its zero
// value is none.
type reach struct {
	channel invite.Channel
	address string
}

// reachOf judges the addresses that the head gave: at most one. It returns
// INVALID, naming the field.
func reachOf(email, phone *string, region string) (reach, *invite.Error) {
	mail, number := strings.TrimSpace(textOf(email)), strings.TrimSpace(textOf(phone))
	switch {
	case mail != "" && number != "":
		return reach{}, invite.Errorf(invite.Invalid, "input.phone", "Give an email address or a phone number, not both.")
	case mail != "":
		parsed, problem := address.ParseEmail(mail)
		if problem != nil {
			return reach{}, invite.Errorf(invite.Invalid, "input.email", "%s", problem.Message)
		}
		return reach{invite.Email, parsed.Lower}, nil
	case number != "":
		parsed, problem := address.ParsePhone(number, region)
		if problem != nil {
			return reach{}, invite.Errorf(invite.Invalid, "input.phone", "%s", problem.Message)
		}
		return reach{invite.SMS, string(parsed)}, nil
	}
	return reach{}, nil
}

func (r reach) none() bool { return r.address == "" }

// refuseTwice returns CONFLICT where the household has somebody at the address
// already, as far as its head can see: of another member who has joined the
// head does not know the address, and must not learn it here.
func (h *home) refuseTwice(r reach) error {
	for _, c := range h.members {
		if c.AccountID != nil && c.ID != h.actor.Contact {
			continue
		}
		if at := c.AddressFor(r.channel); at != nil && *at == r.address {
			return invite.AddedAlready(r.channel, r.address)
		}
	}
	for _, a := range h.additions {
		if a.Channel == r.channel && a.Address == r.address {
			return invite.AddedAlready(r.channel, r.address)
		}
	}
	return nil
}

// judge judges a member's name and the address given with it, both at once.
func (h *home) judge(name string, email, phone *string) (string, reach, error) {
	var errs invite.Errors
	clean, refused := invite.CleanMemberName("input.name", name)
	if refused != nil {
		errs = append(errs, refused)
	}
	to, refused := reachOf(email, phone, h.organization.Region)
	if refused != nil {
		errs = append(errs, refused)
	}
	return clean, to, errs.Or()
}
