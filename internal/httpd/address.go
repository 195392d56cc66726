package httpd

import (
	"net/http"
	"net/netip"
	"strings"
)

// ClientAddress returns the function that tells where a request comes from:
// the peer of the connection, or, behind that many proxies of our own, what
// the outermost of them saw. Entries further left in X-Forwarded-For are what
// a stranger wrote. A request with fewer entries did not come through all the
// proxies; then the peer counts.
func ClientAddress(proxies int) func(*http.Request) netip.Addr {
	return func(r *http.Request) netip.Addr {
		peer := parseAddress(r.RemoteAddr)
		if proxies == 0 {
			return peer
		}
		hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		if len(hops) < proxies {
			return peer
		}
		if seen := parseAddress(strings.TrimSpace(hops[len(hops)-proxies])); seen.IsValid() {
			return seen
		}
		return peer
	}
}

// parseAddress reads an address with or without a port; the zero Addr stands
// for anything else.
func parseAddress(text string) netip.Addr {
	if withPort, err := netip.ParseAddrPort(text); err == nil {
		return withPort.Addr().Unmap().WithZone("")
	}
	address, err := netip.ParseAddr(strings.Trim(text, "[]"))
	if err != nil {
		return netip.Addr{}
	}
	return address.Unmap().WithZone("")
}
