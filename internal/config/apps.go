package config

import (
	"errors"
	"regexp"
	"strings"
)

// AppleAppID is an iOS app as Apple names it: team and bundle.
type AppleAppID string

// AndroidApp is an Android app with a certificate that signs it.
type AndroidApp struct {
	Package     string
	Fingerprint string // SHA-256 of the certificate: 32 pairs of upper-case hexadecimal digits with colons between
}

var (
	appleForm       = regexp.MustCompile(`^[A-Z0-9]{10}(\.[A-Za-z0-9-]+)+$`)
	packageForm     = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+$`)
	fingerprintForm = regexp.MustCompile(`^[0-9A-F]{2}(:[0-9A-F]{2}){31}$`)
)

// UnmarshalText reads TEAMID.bundle.
func (a *AppleAppID) UnmarshalText(text []byte) error {
	*a = AppleAppID(strings.TrimSpace(string(text)))
	if !appleForm.MatchString(string(*a)) {
		return errors.New("not an app id")
	}
	return nil
}

// UnmarshalText reads package=fingerprint.
func (a *AndroidApp) UnmarshalText(text []byte) error {
	name, fingerprint, _ := strings.Cut(string(text), "=")
	a.Package, a.Fingerprint = strings.TrimSpace(name), strings.ToUpper(strings.TrimSpace(fingerprint))
	if !packageForm.MatchString(a.Package) || !fingerprintForm.MatchString(a.Fingerprint) {
		return errors.New("not an app with its fingerprint")
	}
	return nil
}
