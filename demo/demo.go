// Package demo holds the demonstration corpus: news pages of invented outlets about invented
// events, and the gold file that says what is true of them.
//
// Everything in it is invented for this purpose: the countries, the people, the agencies, the words.
// README.md beside this file says what is planted and what each field of the gold file means.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed pages
var files embed.FS

// Pages returns the pages of the corpus, one folder an outlet, as a user would have them on disk.
// os.CopyFS writes them out.
func Pages() fs.FS {
	sub, err := fs.Sub(files, "pages")
	if err != nil {
		panic(err) // only an invalid name fails, and “pages” is valid
	}
	return sub
}
