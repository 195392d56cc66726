package web

import "time"

// Paths of the join pages. A link in a message leads to JoinPath + "/" + token;
// its GET only moves the token into a cookie and redirects to JoinPath, so that
// no page, address bar or log of the browser's keeps it. The other addresses
// without a GET answer POST only; typed into a browser, they lead to JoinPath.
//
// Every GET of a page takes JoinLanguage, keeps the choice in a cookie and
// redirects to the address without it.
const (
	JoinPath       = "/join"             // GET: the invitation, or the form for a code; POST: register
	JoinSignInPath = "/join/sign-in"     // GET: the form; POST: sign in
	JoinCodePath   = "/join/code"        // POST: a typed code
	JoinDecline    = "/join/decline"     // GET: the question; POST: decline the invitation
	JoinProofPath  = "/join/proof"       // GET: the form, while a code is awaited; POST: the mailed 6-digit code
	JoinProofAgain = "/join/proof-again" // POST: mail another 6-digit code
	JoinRenewPath  = "/join/renew"       // POST: ask for a new invitation
	JoinSignOut    = "/join/sign-out"    // POST: end the session
	JoinAssetsPath = "/join/assets/"     // GET: the files of JoinAssets
	JoinAccentPath = "/join/accent/"     // GET: rrggbb.css, see JoinAccentCSS

	JoinLanguage = "lang" // the query's name for a language, a Locale's Code
)

// Names of the form fields, which are the field names of errors as well.
const (
	FieldCSRF       = "csrf"
	FieldCode       = "code"
	FieldName       = "name"
	FieldEmail      = "email"
	FieldPassword   = "password"
	FieldProof      = "proof"
	FieldPhoneProof = "phone-proof"
	FieldPhone      = "phone"
	FieldAddress    = "address"
)

// JoinPage is what every join page shows.
type JoinPage struct {
	Locale *Locale // nil is English
	// Here is the path under which a GET shows this page again, for the menu of
	// languages; empty for an answer that cannot be had again, which has no menu.
	Here         string
	CSRF         string // the value that every form returns in FieldCSRF
	Organization string // its name; empty while it is not known
	Accent       string // the organization's color as "#rrggbb"; empty for Usher's own
	Logo         string // path of the organization's logo; empty for the initial of its name
	// Support is the organization's support contact. An email address or a
	// phone number becomes a link; empty says to ask the organization.
	Support string
	Errors  []FieldError // what to mend, in the order of the fields; empty on a first visit
}

// FieldError is one thing to mend. The message, in the page's language, names
// the field and what would be accepted; Field is empty where no single field is
// to blame.
type FieldError struct {
	Field   string
	Message string
}

// EnterCodePage asks for a typed code. A refused code comes back with the text
// "error.code" for FieldCode, whatever the reason: unknown, used, revoked,
// expired or of an OFFLINE client.
type EnterCodePage struct {
	JoinPage
	Code string // what was typed
}

// Carried is what was typed on the page that joins, which travels in hidden
// fields through the pages that finish it.
type Carried struct {
	Name       string // or the name on file
	Email      string
	Phone      string
	Address    string
	PhoneProof string // the 6-digit code from the phone
}

// InvitationPage shows the invitation, the access pass or the household's
// message to its holder and registers them.
type InvitationPage struct {
	JoinPage
	Carried
	Pass          bool      // came with an access pass
	Household     string    // that the head has added the person to; empty for others
	AddedBy       string    // the head
	MaskedAddress string    // where the invitation went, such as "m•••a@example.com"; empty for a pass
	MaskedEmail   string    // the email to sign in with; not shown with AskEmail
	MaskedPhone   string    // the phone that proves whose the pass is; empty for others
	ExpiresAt     time.Time // in the location's zone; zero hides it
	AskEmail      bool      // none is on file, and an account needs one
	AskPhone      bool      // may be given
	AskAddress    bool      // may be given

	// AccountExists asks for the password of the account that the email has,
	// and for nothing else. It must be false until the email is proven. What was
	// typed and Proof then travel in hidden fields.
	AccountExists bool
	Proof         string // the 6-digit code that was typed

	PasswordRule []RulePart
}

// RulePart is one thing that a password must have.
type RulePart struct {
	Kind  string // "LENGTH", "UPPER", "LOWER", "DIGIT" or "SYMBOL"
	Count int    // of LENGTH: characters, at least
}

// ProvePage asks for the 6-digit code that was mailed or texted. Its two
// buttons send the same fields: JoinProofPath finishes, JoinProofAgain sends
// another code.
type ProvePage struct {
	JoinPage
	Carried
	ByPhone     bool   // the code was texted, and is FieldPhoneProof; else it was mailed, and is FieldProof
	SentTo      string // where the code went, masked
	AskPassword bool   // the password was not kept and is needed again
}

// LinkPage is for the holder of a link that cannot be used to join, or who
// declines.
type LinkPage struct {
	JoinPage
	Pass          bool   // an access pass
	Household     string // of a household's message; empty for others
	MaskedAddress string // the address on file; may be empty
}

// SignedInPage is the end of the road.
type SignedInPage struct {
	JoinPage
	Name      string
	Household bool // whether the person has one to look at
}

// SignInPage asks for email and password.
type SignInPage struct {
	JoinPage
	Email string // what was typed
}

// LimitReachedPage says that there were too many attempts.
type LimitReachedPage struct {
	JoinPage
	RetryAfter time.Duration // zero or less: unknown
}

// FaultPage says that the fault is ours.
type FaultPage struct {
	JoinPage
	ID string // to look up in the log
}
