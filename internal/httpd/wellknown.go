package httpd

import (
	"encoding/json"
	"net/http"
	"slices"

	"usher/web"
)

// AndroidApp is an Android app with the SHA-256 fingerprint of a certificate
// that signs it.
type AndroidApp struct{ Package, Fingerprint string }

// wellKnown serves the files that tell phones which apps open our links and
// fill in the passwords saved for us; one that names no app is not found.
func wellKnown(mux *http.ServeMux, o Options) {
	if len(o.AppleApps) > 0 {
		mux.Handle("GET /.well-known/apple-app-site-association", cached(appleAssociation(o.AppleApps)))
	}
	if len(o.AndroidApps) > 0 {
		mux.Handle("GET /.well-known/assetlinks.json", cached(assetLinks(o.AndroidApps)))
	}
}

type object = map[string]any

// appleAssociation returns an apple-app-site-association file (Apple,
// "Supporting associated domains").
func appleAssociation(apps []string) any {
	links := object{"appIDs": apps, "components": []object{{"/": web.JoinPath + "/*"}}}
	return object{"applinks": object{"details": []object{links}}, "webcredentials": object{"apps": apps}}
}

// assetLinks returns a list of statements (Google, "Digital Asset Links"), one
// for each package.
func assetLinks(apps []AndroidApp) any {
	var packages []string
	fingerprints := map[string][]string{}
	for _, app := range apps {
		if !slices.Contains(packages, app.Package) {
			packages = append(packages, app.Package)
		}
		fingerprints[app.Package] = append(fingerprints[app.Package], app.Fingerprint)
	}
	statements := make([]object, len(packages))
	for n, name := range packages {
		statements[n] = object{
			"relation": []string{"delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"},
			"target":   object{"namespace": "android_app", "package_name": name, "sha256_cert_fingerprints": fingerprints[name]},
		}
	}
	return statements
}

// cached answers the value as JSON, the same for everybody for an hour.
func cached(value any) http.Handler {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "public, max-age=3600")
		_, _ = w.Write(text)
	})
}
