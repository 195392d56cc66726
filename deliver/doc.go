// Package deliver composes the messages of an invitation and hands them to a
// mail server or a text message provider.
//
// Composing is pure: [Message.Email], [Message.SMS] and [Verification.Email]
// turn values into values. Sending is a single attempt that ends within
// [SendTimeout]: [EmailSender] speaks SMTP, [TwilioSender] the REST API of
// Twilio and those compatible with it. Waiting, retrying and recording belong
// to the caller.
//
// Every failed attempt is a [*Failure]. It never carries a link, a code or
// anything else of the message, so it may be stored, logged and shown.
package deliver
