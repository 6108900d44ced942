package government

import "github.com/dataasset-go/dataasset/rule"

// The documents that the tables cite, by the names that accountants call them.

// system is the Government Accounting System (制度).
func system(place string) rule.Clause { return rule.In("财会〔2017〕25号", place) }

// standard is Standard 4, intangible assets (准则4号).
func standard(article string) rule.Clause { return rule.In("财会〔2016〕12号", article) }

// basic is the Basic Standard (基本准则).
func basic(article string) rule.Clause { return rule.In("财政部令第78号", article) }

// adjustments is Standard 7, accounting adjustments (准则7号).
func adjustments(article string) rule.Clause { return rule.In("财会〔2018〕28号", article) }

// transition is the notice on the transition to the new standards (34号).
func transition(place string) rule.Clause { return rule.In("财会〔2018〕34号", place) }

// in1 … in6 are the Interpretations of the standards and the system.
func in1(place string) rule.Clause { return rule.In("财会〔2019〕13号", place) }
func in2(place string) rule.Clause { return rule.In("财会〔2019〕24号", place) }
func in3(place string) rule.Clause { return rule.In("财会〔2020〕15号", place) }
func in4(place string) rule.Clause { return rule.In("财会〔2021〕33号", place) }
func in5(place string) rule.Clause { return rule.In("财会〔2022〕25号", place) }
func in6(place string) rule.Clause { return rule.In("财会〔2023〕18号", place) }

// reorganisation is the rule on the transfer, dissolution and merger of units.
func reorganisation(place string) rule.Clause { return rule.In("财会〔2022〕29号", place) }

// regulation is the Regulation on administrative state-owned assets (条例).
func regulation(article string) rule.Clause { return rule.In("国务院令第738号", article) }

func law(c ...rule.Clause) []rule.Clause { return c }
