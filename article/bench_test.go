package article

import (
	"strings"
	"testing"

	"hearsay/page"
)

// benchmarkTexts are invented articles of about 400 words, as records of a press archive hold them.
func benchmarkTexts() map[string]string {
	english := "ARDAVILLE (Northern Wire) — The council voted late on Monday to keep the bridge over the Arda closed until engineers have finished their report, officials said.\n\n" +
		strings.Repeat("The mayor told reporters that the first lorries would cross before the summer, and that nobody in the valley would have to pay for it. "+
			"According to Reuters, the ministry has set aside four million for the work, which began in the spring of last year.\n\n", 8) +
		"“We have waited for nine years,” said Anna Tarre, who runs the ferry below the mill. (AFP)\n\nReporting by Jane Doe; Editing by John Roe"
	arabic := "أردافيل (واس) - قرر المجلس في وقت متأخر من مساء الاثنين إبقاء الجسر فوق نهر الأردا مغلقا إلى أن ينهي المهندسون تقريرهم.\n\n" +
		strings.Repeat("وقال رئيس البلدية للصحفيين إن أولى الشاحنات ستعبر قبل الصيف، وإن أحدا من سكان الوادي لن يدفع شيئا مقابل ذلك. "+
			"وبحسب ما ذكرت وكالة سانا فقد خصصت الوزارة أربعة ملايين لهذه الأعمال التي بدأت في الربيع الماضي على الضفة الشرقية.\n\n", 8) +
		"وقالت صاحبة العبّارة إنها انتظرت تسع سنوات، وإنها لا تعرف متى يعود الناس إلى السوق القديم.\n\nالمصدر: وكالات"
	return map[string]string{"en": english, "ar": arabic}
}

// BenchmarkReadRecord reads an article of about 400 words from a record that holds nothing but text.
func BenchmarkReadRecord(b *testing.B) {
	for name, s := range benchmarkTexts() {
		b.Run(name, func(b *testing.B) {
			p := &page.Page{
				Format: page.Record, Raw: []byte(s), SHA256: strings.Repeat("0", 64),
				Fields: &page.Fields{Text: s, Title: "The bridge over the Arda stays closed", Date: "2015-07-21 02:51:32", URL: "https://courier.example/2015/7/bridge"},
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
