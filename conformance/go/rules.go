package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// A rule is a sentence about the server and the check that returns an error when it is broken.
type rule struct {
	sentence string
	check    func(*server) error
}

type outcome struct {
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"`
}

// serve names the rules, then checks each one that standard input asks for (see conformance/program.ts).
func serve(version string, rules []rule, to *server) error {
	answers := json.NewEncoder(os.Stdout)
	checks := map[string]func(*server) error{}
	sentences := []string{}
	for _, rule := range rules {
		checks[rule.sentence] = rule.check
		sentences = append(sentences, rule.sentence)
	}
	if err := answers.Encode(map[string]any{"version": version, "rules": sentences}); err != nil {
		return err
	}
	asked := bufio.NewScanner(os.Stdin)
	for asked.Scan() {
		if err := answers.Encode(outcomeOf(checks[asked.Text()](to))); err != nil {
			return err
		}
	}
	return asked.Err()
}

func outcomeOf(err error) outcome {
	if err != nil {
		return outcome{Status: "failed", Reason: err.Error()}
	}
	return outcome{Status: "passed"}
}

func equal[T comparable](actual, expected T) error {
	if actual != expected {
		return fmt.Errorf("expected %.100q, got %.100q", fmt.Sprint(expected), fmt.Sprint(actual))
	}
	return nil
}
