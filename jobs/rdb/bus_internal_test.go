package rdb

import "testing"

func TestWakesAreJoined(t *testing.T) {
	for _, tt := range []struct {
		name  string
		wakes []int64
		want  int64
	}{
		{"one", []int64{4}, 4},
		{"the highest", []int64{4, 6, 5}, 6},
		{"look beats what follows", []int64{0, 5}, 0},
		{"look beats what came before", []int64{5, 0}, 0},
		{"look stays", []int64{5, 0, 6, 7}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := make(chan int64, 1)
			for _, position := range tt.wakes {
				wake(out, position)
			}
			if got := <-out; got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
			if len(out) != 0 {
				t.Error("a second value was left")
			}
		})
	}
}
