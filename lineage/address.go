package lineage

import (
	"net/url"
	"strings"
)

// address returns a web address in the form in which two are compared: without scheme, “www.”,
// fragment, tracking parameters and closing slash. It is empty if the address names no host.
func address(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return ""
	}
	out := host(u) + strings.TrimRight(u.EscapedPath(), "/")
	query := u.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") {
			query.Del(name)
		}
	}
	if q := query.Encode(); q != "" {
		out += "?" + q
	}
	return out
}

func host(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") }

// hostOf returns the host of a web address, without “www.”, or nothing.
func hostOf(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return ""
	}
	return host(u)
}
