package config

import (
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	keyEntries  = regexp.MustCompile(`^[A-Za-z0-9_-]{1,16}:[A-Za-z0-9+/_-]{43,}={0,2}$`)
	prefixForm  = regexp.MustCompile(`^[^\s{}]{1,40}$`)
	accountForm = regexp.MustCompile(`^[A-Za-z0-9]{1,64}$`)
	senderForm  = regexp.MustCompile(`^(\+[1-9][0-9]{6,14}|[A-Za-z0-9 ]{1,11}|MG[0-9a-fA-F]{32})$`)
)

// valid reports whether a variable that is set has a value of its form. What
// only the package that uses it can judge is judged there.
func valid(variable string, c Config) bool {
	switch variable {
	case "DATABASE_URL":
		return hasScheme(c.DatabaseURL.Reveal(), "postgres", "postgresql")
	case "USHER_DATABASE_CONNECTIONS":
		return c.DatabaseConnections >= 4 && c.DatabaseConnections <= 1000
	case "REDIS_URL":
		return hasScheme(c.RedisURL.Reveal(), "redis", "rediss", "unix")
	case "USHER_REDIS_PREFIX":
		return prefixForm.MatchString(c.RedisPrefix)
	case "USHER_PUBLIC_URL":
		return isOrigin(&c.PublicURL)
	case "USHER_LISTEN":
		return isListen(c.Listen)
	case "USHER_TRUSTED_PROXIES":
		return c.TrustedProxies >= 0 && c.TrustedProxies <= 10
	case "USHER_KEYS":
		return !slices.ContainsFunc(strings.Split(c.Keys.Reveal(), ","), func(entry string) bool {
			return !keyEntries.MatchString(strings.TrimSpace(entry))
		})
	case "USHER_SMTP_URL":
		return hasScheme(c.SMTPURL.Reveal(), "smtp", "smtps")
	case "USHER_MAIL_FROM":
		parsed, err := mail.ParseAddress(c.MailFrom)
		return err == nil && parsed.Name == "" && parsed.Address == c.MailFrom
	case "USHER_SMS_URL":
		u, err := url.Parse(c.SMSURL)
		return err == nil && isSafe(u)
	case "USHER_SMS_ACCOUNT_SID":
		return accountForm.MatchString(c.SMSAccountSID)
	case "USHER_SMS_FROM":
		return senderForm.MatchString(c.SMSFrom)
	case "USHER_LOG_FORMAT":
		return c.LogFormat == "json" || c.LogFormat == "text"
	}
	return true
}

func hasScheme(text string, schemes ...string) bool {
	u, err := url.Parse(text)
	return err == nil && slices.Contains(schemes, u.Scheme) && u.Host+u.Path+u.RawQuery != ""
}

// isOrigin reports whether u is scheme and host and nothing else.
func isOrigin(u *url.URL) bool {
	return isSafe(u) && u.User == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
}

// isSafe reports whether what goes to u is encrypted on the way, or stays on
// this machine.
func isSafe(u *url.URL) bool {
	return u.Hostname() != "" && (u.Scheme == "https" || u.Scheme == "http" && isLoopback(u.Hostname()))
}

// isLoopback reports whether a host, without a port, is this machine.
func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback()
}

func isListen(text string) bool {
	_, port, err := net.SplitHostPort(text)
	if err != nil {
		return false
	}
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && strconv.FormatUint(n, 10) == port
}
