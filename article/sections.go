package article

import "strings"

// sections are the names of sections and of kinds of articles as menus, breadcrumbs and title
// suffixes print them, folded. Alone on a line or between separators they are neither a title nor the
// name of an outlet. The list is our own; it holds words that newspapers of one language share, not
// the words of single outlets.
var sections = foldedLines(`home|home page|homepage|front page|start|startseite|news|all news|latest|latest news|breaking|breaking news|top news|top stories|headlines|world|world news|international|
	national|nation|local|local news|region|regional|regions|politics|business|economy|finance|money|markets|sport|sports|football|culture|arts|entertainment|lifestyle|life|style|
	health|science|technology|tech|environment|climate|education|travel|food|weather|opinion|opinions|analysis|comment|commentary|editorial|editorials|perspective|interview|interviews|
	feature|features|explainer|long read|review|reviews|video|videos|photos|gallery|podcast|podcasts|live|live updates|updates|archive|society|crime|courts|law|
	middle east|blog|blogs|article|articles|press release|press releases|column|columns|newsletter|newsletters|stories|story|more|magazine|obituaries|royal|
	nachrichten|aktuell|aktuelles|ausland|inland|politik|wirtschaft|finanzen|kultur|gesellschaft|panorama|meinung|kommentar|analyse|wissen|wissenschaft|gesundheit|reise|lokales|regionales|
	deutschland|leben|technik|digital|unterhaltung|verschiedenes|vermischtes|wetter|ratgeber|ticker|liveticker|
	accueil|actualité|actualités|actu|à la une|monde|politique|économie|société|culture|sports|santé|sciences|environnement|opinions|débats|tribune|éditorial|édito|analyse|décryptage|faits divers|régions|vidéos|en direct|
	inicio|portada|noticias|últimas noticias|última hora|actualidad|mundo|internacional|nacional|política|economía|negocios|deportes|cultura|sociedad|ciencia|salud|tecnología|opinión|análisis|editorial|sucesos|vídeos|
	notizie|ultime notizie|cronaca|esteri|mondo|politica|economia|sport|cultura|spettacoli|salute|opinioni|
	início|notícias|últimas notícias|mundo|política|economia|esportes|esporte|desporto|cultura|saúde|opinião|
	nieuws|binnenland|buitenland|politiek|economie|cultuur|nyheter|nyheder|utrikes|inrikes|sport|kultur|økonomi|ekonomi|aktualności|wiadomości|świat|kraj|polityka|gospodarka|
	الرئيسية|الصفحة الرئيسية|أخبار|اخبار|الأخبار|آخر الأخبار|أهم الأخبار|أخبار عاجلة|عاجل|سياسة|اقتصاد|رياضة|ثقافة|فن|منوعات|محليات|محلي|دولي|عربي|عالم|العالم|عربي ودولي|أخبار العالم|أخبار محلية|رأي|آراء|مقالات|تحليل|
	تحليلات|تقارير|تقرير|صحة|علوم|علوم وتكنولوجيا|تكنولوجيا|مجتمع|فيديو|صور|حوادث|حوار|
	главная|новости|все новости|последние новости|лента новостей|в мире|мир|политика|экономика|общество|происшествия|культура|спорт|наука|технологии|здоровье|мнения|мнение|аналитика|видео|фото|регионы|бизнес|
	головна|новини|політика|економіка|суспільство|світ|
	ana sayfa|anasayfa|haberler|haber|son dakika|güncel|gündem|dünya|siyaset|politika|ekonomi|spor|kültür|kültür sanat|sanat|magazin|yaşam|sağlık|bilim|teknoloji|eğitim|yerel|yazarlar|görüş|analiz|video|
	صفحه اصلی|اخبار|سیاسی|اقتصادی|فرهنگی|ورزشی|جهان|خبریں|دنیا|首页|新闻|国际|国内|社会|财经|体育|时政|ホーム|ニュース|国際|政治|経済|정치|경제|사회|국제|문화|스포츠|뉴스|होम|समाचार|देश|दुनिया|राजनीति|खेल`)

// regions are sections that are also places, and so may end a title (“… – Deutschland”).
var regions = foldedLines(`europe|africa|asia|middle east|americas|us|uk|u s|usa|us news|uk news|americas|deutschland|schweiz|österreich|welt|france|españa|américa|italia|brasil|россия|украина|türkiye|لبنان|سوريا|مصر|الشرق الأوسط`)

func foldedLines(list string) map[string]bool {
	m := map[string]bool{}
	for p := range strings.SplitSeq(list, "|") {
		m[titleKey(p)] = true
	}
	return m
}

// isSection reports whether a line, or a part of one, is the name of a section and nothing else.
// “World / Politics” and “News & Analysis” are too.
func isSection(s string) bool {
	if len(s) > 80 {
		return false
	}
	key := titleKey(s)
	if sections[key] || regions[key] {
		return true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/&>»›|·•,", r) })
	if len(parts) < 2 || len(parts) > 6 {
		return false
	}
	for _, part := range parts {
		if part = titleKey(part); part != "" && !sections[part] && !regions[part] {
			return false
		}
	}
	return true
}
