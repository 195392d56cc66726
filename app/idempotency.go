package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"strings"

	"usher/auth"
	"usher/invite"
	"usher/store"
)

// idempotent runs do once for a key: a retried call, even one that runs at the
// same time, answers as the first did. The result is stored as JSON, so it
// holds ids, never tokens or codes. Without a key it just runs do.
//
// It returns IDEMPOTENCY_REUSED where the key came before with other input. A
// refused call stores nothing and can be corrected under the same key.
func idempotent[T any](ctx context.Context, tx *store.Tx, mutation string, key *string, input any, do func() (T, []invite.Fact, error)) (T, []invite.Fact, error) {
	var none T
	if key == nil {
		return do()
	}
	if n := len(*key); n < 1 || n > 100 || strings.ContainsFunc(*key, invite.IsControl) {
		return none, nil, invite.Errorf(invite.Invalid, "input.idempotencyKey", "An idempotency key has 1 to 100 characters, none of them a control character.")
	}
	text, err := json.Marshal(input)
	if err != nil {
		return none, nil, err
	}
	hash := sha256.Sum256(text)
	actor := auth.FromContext(ctx).Account
	before, err := tx.ClaimKey(ctx, actor, mutation, *key, hash[:])
	if err != nil {
		return none, nil, err
	}
	if before != nil {
		if !bytes.Equal(before.InputHash, hash[:]) {
			return none, nil, invite.Errorf(invite.IdempotencyReused, "input.idempotencyKey", "This key came before with other input; use a new key for a new action.")
		}
		var result T
		return result, nil, json.Unmarshal(before.Result, &result)
	}
	result, facts, err := do()
	if err != nil {
		return none, nil, err
	}
	if text, err = json.Marshal(result); err != nil {
		return none, nil, err
	}
	return result, facts, tx.AnswerKey(ctx, actor, mutation, *key, text)
}
