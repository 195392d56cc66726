package address

import "strings"

// suggestDomain returns what the domain was likely meant to be, or "" where it
// shows no sign of a typo. It looks for a near miss of a provider that many
// people use, and for an ending that is none.
func suggestDomain(domain string) string {
	if realDomains[domain] {
		return ""
	}
	last := strings.LastIndexByte(domain, '.')
	name, ending := domain[:last], domain[last+1:]
	switch ending {
	case "example", "test", "invalid", "localhost": // reserved, RFC 2606
		return ""
	}
	if name == "example" || strings.HasSuffix(name, ".example") {
		return ""
	}
	best, bestDistance := "", maxTypos+1
	for _, provider := range providers {
		if d := typos(domain, provider); d < bestDistance {
			best, bestDistance = provider, d
		}
	}
	// Two typos need a longer name, and its first letter right: people rarely
	// mistype that one, and short names are near to too many others.
	if bestDistance == 1 || bestDistance == maxTypos && len(best) >= len("gmail.com") && best[0] == domain[0] {
		return best
	}
	if meant := endings[ending]; meant != "" {
		return name + "." + meant
	}
	return ""
}

const maxTypos = 2

// providers are where people have their mail, the most used ones first. Names
// of three letters or fewer are left out: too much is near to them.
var providers = []string{
	"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "live.com", "googlemail.com", "protonmail.com",
	"yahoo.co.uk", "hotmail.co.uk", "comcast.net", "verizon.net", "sbcglobal.net", "btinternet.com", "bellsouth.net",
	"hotmail.fr", "yahoo.fr", "orange.fr", "wanadoo.fr", "laposte.net", "t-online.de", "freenet.de", "libero.it",
	"bigpond.com", "rogers.com", "yandex.ru", "rediffmail.com",
}

// realDomains look like typos of a provider and are none: mail providers
// themselves, or the provider in another country.
var realDomains = func() map[string]bool {
	set := map[string]bool{}
	for _, domain := range append(strings.Fields(`mail.com email.com ymail.com gmx.com gmx.de gmx.net mail.de mail.ru hotmail.de
		hotmail.es hotmail.it hotmail.ca hotmail.be hotmail.nl hotmail.se hotmail.no hotmail.dk hotmail.ch hotmail.co.nz hotmail.com.au
		hotmail.com.br hotmail.com.ar hotmail.com.mx yahoo.de yahoo.es yahoo.it yahoo.ca yahoo.in yahoo.se yahoo.no yahoo.dk yahoo.ro
		yahoo.gr yahoo.pl yahoo.com.br yahoo.com.au yahoo.com.mx yahoo.com.ar yahoo.com.tr yahoo.com.hk yahoo.com.sg yahoo.com.tw
		yahoo.co.in yahoo.co.jp yahoo.co.id yahoo.co.nz outlook.de outlook.fr outlook.es outlook.it outlook.be outlook.dk outlook.jp
		outlook.com.br outlook.com.au live.de live.fr live.ca live.it live.nl live.be live.se live.no live.dk live.cl live.in live.co.uk
		live.com.au live.com.mx live.com.pt love.com like.com line.com lime.com five.com orange.com yandex.com yandex.ua`), providers...) {
		set[domain] = true
	}
	return set
}()

// endings are slips of the keyboard for an ending; none of them is a top-level
// domain. (.co, .cm and .om are, and so are not here.)
var endings = map[string]string{
	"con": "com", "cmo": "com", "ocm": "com", "vom": "com", "xom": "com", "cpm": "com", "comm": "com", "coom": "com", "ccom": "com", "clm": "com",
	"nte": "net", "met": "net", "nett": "net", "ogr": "org", "orgg": "org", "prg": "org",
}

// typos returns how many slips part a from b: a letter more, less or other, or
// two neighbors swapped (optimal string alignment); maxTypos+1 for more than
// maxTypos by length alone.
func typos(a, b string) int {
	if len(a)-len(b) > maxTypos || len(b)-len(a) > maxTypos {
		return maxTypos + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			differ := 1
			if a[i-1] == b[j-1] {
				differ = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differ)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
