package graph

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"

	"usher/auth"
	"usher/graph/generated"
	"usher/graph/model"
	"usher/invite"
	"usher/store"
)

type queuedRoundResolver struct{ *Resolver }

// QueuedRound returns the resolvers of QueuedRound.
func (r *Resolver) QueuedRound() generated.QueuedRoundResolver { return &queuedRoundResolver{r} }

func (r *locationResolver) Queue(ctx context.Context, l *invite.Location, first int, after *string) (*model.QueuedRoundConnection, error) {
	return queue(ctx, of(ctx).load().laneQueues, l.ID, first, after)
}

func (r *invitationBatchResolver) Queue(ctx context.Context, b *invite.Batch, first int, after *string) (*model.QueuedRoundConnection, error) {
	return queue(ctx, of(ctx).load().batchQueues, b.ID, first, after)
}

func (r *queuedRoundResolver) Contact(ctx context.Context, q *model.QueuedRound) (*invite.Contact, error) {
	return ptr(of(ctx).load().contacts.load(ctx, q.ContactID))
}

func (r *queuedRoundResolver) Invitation(ctx context.Context, q *model.QueuedRound) (*invite.Invitation, error) {
	return ptr(of(ctx).load().invitations.load(ctx, q.InvitationID))
}

func (r *queuedRoundResolver) Batch(ctx context.Context, q *model.QueuedRound) (*invite.Batch, error) {
	return optional(ctx, of(ctx).load().batches, q.BatchID)
}

// queuePage is which page of a queue is asked for.
type queuePage struct {
	after store.Spot
	first int
}

// queuedRounds are the rounds of a page, and one more where another page
// follows; ranks are their places in their lanes, from 0.
type queuedRounds struct {
	rounds []invite.Round
	ranks  map[invite.ID]int
}

// ofQueues makes the loaders of queues; read reads those of lanes or batches,
// and of tells to which of them a round belongs.
func (l *loaders) ofQueues(db *store.DB) {
	load := func(
		read func(context.Context, store.Scope, []invite.ID, store.Spot, int) ([]invite.Round, error), of func(invite.Round) invite.ID,
	) *parted[queuePage, queuedRounds] {
		return newParted(func(ctx context.Context, page queuePage, k []invite.ID) (map[invite.ID]queuedRounds, error) {
			rounds, err := read(ctx, l.scope, k, page.after, page.first+1)
			if err != nil {
				return nil, err
			}
			ranks, err := db.RanksOfRounds(ctx, l.sawRounds(rounds))
			places := map[invite.ID]int{}
			for _, r := range ranks {
				places[r.RoundID] = r.Rank
			}
			lists, err := grouped(rounds, err, of, itself)
			out := map[invite.ID]queuedRounds{}
			for id, list := range lists {
				out[id] = queuedRounds{list, places}
			}
			return out, err
		})
	}
	l.laneQueues = load(db.QueuesOfLocations, func(r invite.Round) invite.ID { return r.LocationID })
	l.batchQueues = load(db.QueuesOfBatches, func(r invite.Round) invite.ID { return *r.BatchID })
}

// sawRounds says what may be asked of rounds that wait, and returns their ids.
func (l *loaders) sawRounds(list []invite.Round) []invite.ID {
	var ids []invite.ID
	for _, r := range list {
		ids = append(ids, r.ID)
		l.locations.want(r.LocationID)
		l.contacts.want(r.ContactID)
		l.invitations.want(r.InvitationID)
		l.batches.want(id(r.BatchID))
	}
	return ids
}

// queue returns a page of the queue of a lane or a batch.
func queue(ctx context.Context, from *parted[queuePage, queuedRounds], list invite.ID, first int, after *string) (*model.QueuedRoundConnection, error) {
	if _, err := of(ctx).require(auth.ViewContacts); err != nil {
		return nil, err
	}
	if err := pageSize(first); err != nil {
		return nil, err
	}
	spot, err := readSpot(after, list)
	if err != nil {
		return nil, err
	}
	found, _, err := from.with(queuePage{spot, first}).find(ctx, list)
	if err != nil {
		return nil, err
	}
	page := &model.QueuedRoundConnection{
		Edges: []model.QueuedRoundEdge{}, Nodes: []model.QueuedRound{},
		PageInfo: &model.PageInfo{HasPreviousPage: after != nil, HasNextPage: len(found.rounds) > first},
	}
	shown := found.rounds[:min(first, len(found.rounds))]
	for _, r := range shown {
		if rank, waits := found.ranks[r.ID]; waits { // it has not left meanwhile
			page.Nodes = append(page.Nodes, model.QueuedRound{Round: r, Position: rank + 1})
		}
	}
	if err := expect(ctx, page.Nodes); err != nil {
		return nil, err
	}
	for n := range page.Nodes {
		page.Edges = append(page.Edges, model.QueuedRoundEdge{Cursor: writeSpot(list, page.Nodes[n].Round), Node: &page.Nodes[n]})
	}
	if n := len(shown); n > 0 { // of those that were read: a page of which all have left has another behind it
		start, end := writeSpot(list, shown[0]), writeSpot(list, shown[n-1])
		page.PageInfo.StartCursor, page.PageInfo.EndCursor = &start, &end
	}
	return page, nil
}

// expect sets when each of the rounds is expected to leave: one pass for each
// lane. They need not stand in the order of their positions: one may have been
// moved to the front since the page was read.
func expect(ctx context.Context, rounds []model.QueuedRound) error {
	lanes := map[invite.ID][]*model.QueuedRound{}
	for n, r := range rounds {
		lanes[r.LocationID] = append(lanes[r.LocationID], &rounds[n])
	}
	for location, list := range lanes {
		lane, err := laneOf(ctx, location)
		if err != nil {
			return err
		}
		slices.SortFunc(list, func(a, b *model.QueuedRound) int { return a.Position - b.Position })
		var ranks []int
		for _, r := range list {
			ranks = append(ranks, r.Position-1)
		}
		for k, at := range lane.Slots(of(ctx).now, ranks) {
			list[k].ExpectedSendAt = &at
		}
	}
	return nil
}

// spot is a place in a queue, as a cursor.
type spot struct {
	List     invite.ID       `json:"q"`
	Priority invite.Priority `json:"p"`
	Place    int64           `json:"n"`
}

func writeSpot(list invite.ID, r invite.Round) string {
	text, _ := json.Marshal(spot{list, r.Priority, r.Place}) // a string and numbers
	return base64.RawURLEncoding.EncodeToString(text)
}

func readSpot(text *string, list invite.ID) (store.Spot, error) {
	if text == nil {
		return store.Front, nil
	}
	var s spot
	raw, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil || json.Unmarshal(raw, &s) != nil || s.List != list || s.Priority < invite.Single || s.Priority > invite.Reminder {
		return store.Spot{}, invite.Errorf(invite.Invalid, "after", "This cursor does not belong to this list; use the endCursor of a page.")
	}
	return store.Spot{Priority: s.Priority, Place: s.Place}, nil
}
