package calendar

// Kind is what a day is.
type Kind uint8

// The kinds of day. The zero Kind is no answer.
const (
	unknown Kind = iota
	Workday      // 工作日: a weekday that no notice turns off
	Weekend      // 周末: a Saturday or Sunday that no notice names
	Holiday      // 放假: a day that a notice turns off
	MakeUp       // 调休上班: a rest day that a notice orders to be worked
)

var kindNames = [...]name{
	unknown: {"未知", "unknown"},
	Workday: {"工作日", "working day"},
	Weekend: {"周末", "weekend"},
	Holiday: {"放假", "holiday"},
	MakeUp:  {"调休上班", "make-up workday"},
}

// Worked reports whether a day of this kind is a working day.
func (k Kind) Worked() bool { return k == Workday || k == MakeUp }

// ZH returns the kind in Chinese.
func (k Kind) ZH() string { return k.name().zh }

// EN returns the kind in English.
func (k Kind) EN() string { return k.name().en }

// String returns the kind in English.
func (k Kind) String() string { return k.EN() }

func (k Kind) name() name {
	if int(k) >= len(kindNames) {
		k = unknown
	}
	return kindNames[k]
}

// Day is what a calendar knows of one day.
type Day struct {
	Date      Date
	Kind      Kind
	Name      string // Chinese name of the holiday; "" for a day that is none
	NameEN    string // English name of the holiday
	Notice    string // number of the document that decided; "" where none did or none is known
	Layer     Region // the layer that decided; National where none did
	Statutory bool   // named by the law itself (法定节假日), not by an exchange of days
	Open      bool   // a notice still to come can change it
}

// ZH names the day in Chinese: the holiday, or its kind.
func (d Day) ZH() string {
	if d.Name != "" {
		return d.Name
	}
	return d.Kind.ZH()
}

// EN names the day in English: the holiday, or its kind.
func (d Day) EN() string {
	if d.NameEN != "" {
		return d.NameEN
	}
	return d.Kind.EN()
}

// Day returns what the calendar knows of d. Errors are [*ValueError] for no
// date and [*NotAnnouncedError].
func (c *Calendar) Day(d Date) (Day, error) {
	if err := c.unanswered(d, d); err != nil {
		return Day{}, err
	}
	info := c.at(d)
	label := c.names[info.name]
	return Day{
		Date: d, Kind: info.kind, Name: label.zh, NameEN: label.en,
		Notice: c.sources[info.source].number, Layer: c.layers[info.layer].Region,
		Statutory: info.statutory, Open: info.open,
	}, nil
}
