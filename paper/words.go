package paper

import (
	"strconv"
	"strings"
	"time"

	"usher/invite"
)

// words are what is printed in a language.
type words struct {
	Tag      string // BCP 47
	Pass     string
	Passes   string
	Code     string
	Steps    [3]string // {address} is where a code is typed; hyphens are those that no line ends with
	For      string
	Location string
	Until    string
	Help     string
	Print    string
	date     string // of {day}, {month}, {year}
	first    string // the first day of a month, as it stands in a date
	months   string // in their order
}

var languages = map[invite.Language]words{
	invite.English: {
		Tag: "en", Pass: "Access pass", Passes: "Access passes", Code: "Your code", For: "For", Location: "Location",
		Until: "Valid until", Help: "Help", Print: "Print",
		Steps: [3]string{
			"Scan the QR code, or open {address} and type your code.",
			"Enter your name and email.",
			"Confirm with the 6 digits that we email you.",
		},
		date: "{day} {month} {year}", first: "1",
		months: "January February March April May June July August September October November December",
	},
	invite.Spanish: {
		Tag: "es", Pass: "Pase de acceso", Passes: "Pases de acceso", Code: "Su código", For: "Para", Location: "Lugar",
		Until: "Válido hasta el", Help: "Ayuda", Print: "Imprimir",
		Steps: [3]string{
			"Escanee el código QR, o abra {address} y escriba su código.",
			"Indique su nombre y su correo electrónico.",
			"Confirme con los 6 dígitos que le enviamos por correo.",
		},
		date: "{day} de {month} de {year}", first: "1",
		months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	},
	invite.French: {
		Tag: "fr", Pass: "Carte d’accès", Passes: "Cartes d’accès", Code: "Votre code", For: "Pour", Location: "Lieu",
		Until: "Valable jusqu’au", Help: "Aide", Print: "Imprimer",
		Steps: [3]string{
			"Scannez le code QR, ou ouvrez {address} et saisissez votre code.",
			"Indiquez votre nom et votre adresse e‑mail.",
			"Confirmez avec les 6 chiffres reçus par e‑mail.",
		},
		date: "{day} {month} {year}", first: "1er",
		months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	},
	invite.German: {
		Tag: "de", Pass: "Zugangskarte", Passes: "Zugangskarten", Code: "Ihr Code", For: "Für", Location: "Standort",
		Until: "Gültig bis", Help: "Hilfe", Print: "Drucken",
		Steps: [3]string{
			"Scannen Sie den QR‑Code, oder öffnen Sie {address} und geben Sie den Code ein.",
			"Geben Sie Ihren Namen und Ihre E‑Mail-Adresse an.",
			"Bestätigen Sie mit den 6 Ziffern aus unserer E‑Mail.",
		},
		date: "{day}. {month} {year}", first: "1",
		months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
	},
	invite.Portuguese: {
		Tag: "pt-BR", Pass: "Passe de acesso", Passes: "Passes de acesso", Code: "Seu código", For: "Para", Location: "Local",
		Until: "Válido até", Help: "Ajuda", Print: "Imprimir",
		Steps: [3]string{
			"Leia o código QR, ou abra {address} e digite seu código.",
			"Informe seu nome e seu e‑mail.",
			"Confirme com os 6 dígitos que enviamos por e‑mail.",
		},
		date: "{day} de {month} de {year}", first: "1º",
		months: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
	},
}

// words returns those of the sheet's language, English where it has none.
func (s Sheet) words() words {
	if w, ok := languages[s.Language]; ok {
		return w
	}
	return languages[invite.English]
}

// unbroken keeps lines from ending before and after it (U+2060).
const unbroken = "\u2060"

// steps returns how to join. The address stands without its scheme, as people
// write addresses, and on one line, so that it is found by who searches for it.
func (s Sheet) steps() [3]string {
	address := strings.TrimPrefix(strings.TrimPrefix(s.JoinURL, "https://"), "http://")
	address = strings.NewReplacer("/", unbroken+"/"+unbroken, "-", unbroken+"-"+unbroken).Replace(address)
	steps := s.words().Steps
	for i, step := range steps {
		steps[i] = strings.ReplaceAll(step, "{address}", address)
	}
	return steps
}

// on writes a date in words, in the zone that t is in.
func (w words) on(t time.Time) string {
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = w.first
	}
	month := strings.Fields(w.months)[t.Month()-1]
	return strings.NewReplacer("{day}", day, "{month}", month, "{year}", strconv.Itoa(t.Year())).Replace(w.date)
}

// title names the document.
func (s Sheet) title() string {
	if s.Organization == "" {
		return s.words().Passes
	}
	return s.words().Passes + " – " + s.Organization
}

// fact is a line about one pass: what, and its value.
type fact struct{ Label, Value string }

// facts returns what is to be said about one pass, without what is unknown.
func (s Sheet) facts(p Pass) []fact {
	w := s.words()
	all := []fact{{w.For, p.For}, {w.Location, p.Location}, {w.Until, ""}, {w.Help, s.Support}}
	if !p.Expires.IsZero() {
		all[2].Value = w.on(p.Expires)
	}
	known := all[:0]
	for _, f := range all {
		if f.Value != "" {
			known = append(known, f)
		}
	}
	return known
}
