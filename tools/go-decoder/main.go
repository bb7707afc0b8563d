// Command go-decoder prints what encoding/json makes of texts that Multus would read, and what kubectl makes of YAML.
//
// The structures have the keys and types of Multus' own, so that the decoder takes the same decisions: which of
// several matching keys counts, what a null changes, which number is an int. README.md says who asks.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// An answer to one text. Accepted is false where Multus fails or crashes on it.
type answer struct {
	Accepted bool   `json:"accepted"`
	Error    string `json:"error,omitempty"`
	// Of an annotation.
	Elements []element `json:"elements,omitempty"`
	// Of a config: whether any text of a JSON object, and the structures decoded from it.
	Object  bool     `json:"object,omitempty"`
	Single  bool     `json:"single,omitempty"`
	Plugins []string `json:"plugins,omitempty"`
	// Of a manifest.
	JSON json.RawMessage `json:"json,omitempty"`
}

func main() {
	readers := map[string]func([]byte) answer{
		"selections": readSelections,
		"configs":    readConfig,
		"manifests":  readManifest,
	}
	if len(os.Args) != 2 || readers[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: go-decoder selections|configs|manifests < base64 lines > JSON lines")
		os.Exit(2)
	}
	if err := run(readers[os.Args[1]], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "go-decoder:", err)
		os.Exit(1)
	}
}

func run(read func([]byte) answer, in io.Reader, out io.Writer) error {
	const longestLine = 16 << 20
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	buffered := bufio.NewWriter(out)
	answers := json.NewEncoder(buffered)
	for lines.Scan() {
		text, err := base64.StdEncoding.DecodeString(lines.Text())
		if err != nil {
			return err
		}
		if err := answers.Encode(careful(read, text)); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return buffered.Flush()
}

// careful turns a crash, which is what Multus does on some texts, into a refusal.
func careful(read func([]byte) answer, text []byte) (result answer) {
	defer func() {
		if crash := recover(); crash != nil {
			result = answer{Error: fmt.Sprint("crash: ", crash), Object: result.Object}
		}
	}()
	return read(text)
}

func refused(err error) answer {
	return answer{Error: err.Error()}
}
