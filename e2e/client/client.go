// Package client is a typed client of Usher's API, generated from the schema:
// what a consumer would have. Only the end-to-end tests use it.
package client

//go:generate go tool genqlient genqlient.yaml
