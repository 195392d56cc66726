package httpd

import (
	"net/http"

	"usher/web"
)

const (
	languageCookie = "usher_join_lang"
	languageLife   = 365 * 24 * 60 * 60 // seconds
)

// locale returns the language to answer in: the one that the person chose,
// else what their browser asks for.
func locale(r *http.Request) *web.Locale {
	if cookie, err := r.Cookie(languageCookie); err == nil {
		if chosen, ok := web.LocaleByCode(cookie.Value); ok {
			return chosen
		}
	}
	return web.MatchLocale(r.Header.Get("Accept-Language"))
}

// choosing keeps the language that an address asks for. Codes that the pages
// do not speak are left aside.
func (j *join) choosing(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if chosen, ok := web.LocaleByCode(r.URL.Query().Get(web.JoinLanguage)); ok {
			for _, path := range []string{web.JoinPath, web.HouseholdPath} {
				j.setCookieAt(w, path, languageCookie, chosen.Code, languageLife)
			}
		}
		next(w, r)
	}
}

// withoutQuery sends a browser that has chosen a language back to the address
// that it came from, so that a later choice is not undone by a reload.
func withoutQuery(path string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has(web.JoinLanguage) {
			http.Redirect(w, r, path, http.StatusSeeOther)
			return
		}
		next(w, r)
	}
}

// again is the path under which a GET shows the page with the form that r sent,
// or the page that r asked for; "" for an answer that cannot be had again.
func again(r *http.Request) string {
	switch path := r.URL.Path; path {
	case web.JoinPath, web.JoinSignInPath, web.JoinDecline, web.JoinProofPath:
		return path
	case web.JoinProofAgain:
		return web.JoinProofPath
	case web.JoinCodePath:
		return web.JoinPath
	}
	return ""
}
