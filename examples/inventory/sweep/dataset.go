package sweep

import (
	"math"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// describe says of a resource what its datasets say: the first names it, all of them
// make it up.
func (d *draft) describe(datasets []*node) {
	top := datasets[0]
	name := top.text(dct+"title", rdfs+"label", skos+"prefLabel")
	if name == "" {
		d.note("没有名称，以标识代替", "without a title; the identifier stands for it")
		name = first(local(strings.TrimPrefix(top.id, "\x00")), d.Resource.ID)
	}
	d.fill(&d.Resource.Name, "name", name)
	about := top.text(dct+"description", rdfs+"comment")
	if about == "" {
		var keywords []string
		for _, v := range top.says[dcat+"keyword"] {
			keywords = append(keywords, v.text)
		}
		about = strings.Join(keywords, "、")
	}
	d.fill(&d.Resource.Introduction, "introduction", about)
	if len(datasets) > 1 || has(top.types, dcat+"DatasetSeries") {
		d.Resource.Series = d.Resource.Name
	}
	d.measure(datasets)
	d.cover(datasets)
	r := &d.Resource
	r.RightHolder, _ = cut(top.text(dct+"rightsHolder"), 100)
	r.Frequency = code(d, datasets, "frequency", frequencies(), dct+"accrualPeriodicity")
	r.Openness = code(d, datasets, "openness", accessRights(), dct+"accessRights", pod+"accessLevel")
	r.Sector = sectorOf(datasets)
}

// maxListed is how many different values of one kind are listed; the table takes no more.
const maxListed = 100

func has(all []string, s string) bool {
	for _, x := range all {
		if x == s {
			return true
		}
	}
	return false
}

// code reads a coded property: what the datasets agree on. Codes that are not in the
// table, and datasets that do not agree, are notes.
func code[C ~string](d *draft, datasets []*node, key string, table map[string]C, properties ...string) C {
	var found C
	field, _ := asset.Resources().Definition().Field(key)
	for _, n := range datasets {
		for _, p := range properties {
			for _, v := range n.says[p] {
				raw := v.text
				if v.node != nil {
					raw = v.node.id
				}
				c, known := table[raw]
				if !known {
					c, known = table[v.label()]
				}
				switch {
				case !known:
					d.note(field.Title.ZH+"未能识别："+shown(v), field.Title.EN+" not understood: "+shown(v))
				case found == "":
					found = c
				case found != c:
					d.note("各数据集的"+field.Title.ZH+"不一致", "the datasets do not agree on the "+field.Title.EN)
					return ""
				}
			}
		}
	}
	return found
}

// shown is a value for a note.
func shown(v value) string {
	text := v.label()
	if text == "" && v.node != nil {
		text = v.node.text(rdfs+"comment", dct+"description")
	}
	text, _ = cut(first(text, "—"), 64)
	return text
}

// sectorOf is the one sector that the themes of the datasets fall under.
func sectorOf(datasets []*node) (sector string) {
	for _, n := range datasets {
		for _, theme := range n.nodes(dcat + "theme") {
			s, ok := themes()[theme.id]
			switch {
			case !ok:
			case sector == "":
				sector = s
			case sector != s:
				return ""
			}
		}
	}
	return sector
}

// measure adds up what the datasets take. The distributions of one dataset are forms of
// the same data, so the largest counts; members of a series are data beside each other.
func (d *draft) measure(datasets []*node) {
	total, sized, files := int64(0), false, 0
	formats := []string{}
	seen := map[asset.Form]bool{}
	for _, n := range datasets {
		largest := int64(-1)
		for _, x := range n.nodes(dcat + "distribution") {
			files++
			if size, ok := d.size(x); ok {
				largest = max(largest, size)
			}
			format := strings.TrimPrefix(x.text(dcat+"mediaType", dct+"format"), "https://www.iana.org/assignments/media-types/")
			if format == "" {
				continue
			}
			if len(formats) < maxListed && !has(formats, format) {
				formats = append(formats, format)
			}
			seen[forms()[strings.ToLower(format)]] = true
		}
		if largest >= 0 && total <= math.MaxInt64-largest {
			total, sized = total+largest, true
		}
	}
	all := []string{strconv.Itoa(len(datasets)) + "个数据集，" + strconv.Itoa(files) + "个分发"}
	if sized {
		d.Resource.Bytes = record.Some(total)
		all = append(all, inUnits(total))
		if files > len(datasets) {
			d.note("存储量按每个数据集最大的分发计", "bytes are those of the largest distribution of each dataset")
		}
	}
	if len(formats) > 0 {
		all = append(all, strings.Join(formats, "、"))
	}
	d.fill(&d.Resource.Scale, "scale", strings.Join(all, "，"))
	d.Resource.Form = formOf(seen)
}

// formOf is the form of data whose distributions have these; "" where one is not known.
func formOf(seen map[asset.Form]bool) asset.Form {
	if len(seen) == 0 || seen[""] {
		return ""
	}
	if len(seen) > 1 {
		return "mixed"
	}
	for f := range seen {
		return f
	}
	return ""
}

// size is the size of a distribution. The vocabulary asks for a number; what people
// write instead (1GB) is a note, and never a guess.
func (d *draft) size(x *node) (int64, bool) {
	for _, v := range x.says[dcat+"byteSize"] {
		whole, fraction, _ := strings.Cut(v.text, ".")
		if n, err := strconv.ParseInt(whole, 10, 64); err == nil && n >= 0 && strings.Trim(fraction, "0") == "" {
			return n, true
		}
		d.note("byteSize 不是数："+shown(v), "byteSize is no number: "+shown(v))
	}
	return 0, false
}

// cover says which area and which time the datasets cover.
func (d *draft) cover(datasets []*node) {
	var areas []string
	from, to := "", ""
	closed := true
	for _, n := range datasets {
		for _, v := range n.says[dct+"spatial"] {
			if area, _ := cut(v.label(), 300); len(areas) < maxListed && area != "" && !has(areas, area) {
				areas = append(areas, area)
			}
		}
		for _, v := range n.says[dct+"temporal"] {
			a, b := d.interval(v)
			if a != "" && (from == "" || a < from) {
				from = a
			}
			if b > to {
				to = b
			}
			closed = closed && b != ""
		}
	}
	r := &d.Resource
	d.fill(&r.Area, "area", strings.Join(areas, "、"))
	if r.CoversFrom = from; closed {
		r.CoversTo = to
	}
}

// Properties that bound a period, in the order in which they are asked.
var (
	beginnings = []string{dcat + "startDate", schema + "startDate", schemas + "startDate"}
	ends       = []string{dcat + "endDate", schema + "endDate", schemas + "endDate"}
	instants   = []string{owlTime + "inXSDDate", owlTime + "inXSDDateTimeStamp", owlTime + "inXSDDateTime", owlTime + "inXSDgYearMonth", owlTime + "inXSDgYear"}
)

// interval is a period as two dates: of a node, or an ISO 8601 interval.
func (d *draft) interval(v value) (from, to string) {
	if v.node == nil {
		a, b, _ := strings.Cut(v.text, "/")
		return d.day(a), d.day(b)
	}
	side := func(direct []string, through string) string {
		if s := v.node.text(direct...); s != "" {
			return d.day(s)
		}
		for _, instant := range v.node.nodes(owlTime + through) {
			if s := instant.text(instants...); s != "" {
				return d.day(s)
			}
		}
		return ""
	}
	return side(beginnings, "hasBeginning"), side(ends, "hasEnd")
}

// day is a date, a month or a year as the table takes it; the time of day goes. What is
// none of them is a note.
func (d *draft) day(s string) string {
	s = strings.TrimSpace(s)
	date, _, _ := strings.Cut(s, "T")
	_, errDate := calendar.ParseDate(date)
	_, errMonth := calendar.ParseMonth(date)
	_, errYear := strconv.Atoi(date)
	switch {
	case errDate == nil, errMonth == nil, errYear == nil && len(date) == 4 && date[0] != '-' && date[0] != '+':
		return date
	case s != "" && s != "..":
		text := shown(value{text: s})
		d.note("日期未能识别："+text, "date not understood: "+text)
	}
	return ""
}
