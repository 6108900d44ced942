package enterprise

import "github.com/dataasset-go/dataasset/rule"

// The documents that the tables cite, by the names that accountants call them.

// interim is the interim provisions on enterprise data resources (暂行规定).
func interim(place string) rule.Clause { return rule.In("财会〔2023〕11号", place) }

// cas is an article of an accounting standard for enterprises: cas("6", "第12条").
func cas(number, article string) rule.Clause {
	return rule.In("企业会计准则第"+number+"号", article)
}

// guide is the guidance to the standards of 2006 with its list of accounts.
func guide(place string) rule.Clause { return rule.In("财会〔2006〕18号", place) }

// answers is the questions and answers on the five conditions (实施问答).
func answers(place string) rule.Clause { return rule.In("企业数据资源会计实施问答", place) }

// yearEnd is the notice on annual reports of 2025 (2025年年报通知).
func yearEnd(place string) rule.Clause { return rule.In("财会〔2025〕33号", place) }

// vat is the provisions on accounting for value-added tax.
func vat(place string) rule.Clause { return rule.In("财会〔2016〕22号", place) }

// vatLaw is the Value-added Tax Law.
func vatLaw(article string) rule.Clause { return rule.In("增值税法", article) }

// stateAssets is the Law on State-owned Assets of Enterprises.
func stateAssets(article string) rule.Clause { return rule.In("企业国有资产法", article) }

// incomeTax is the regulation to the Enterprise Income Tax Law.
func incomeTax(article string) rule.Clause { return rule.In("企业所得税法实施条例", article) }

func law(c ...rule.Clause) []rule.Clause { return c }

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func code(code, zh, en string) rule.Code { return rule.Code{Code: code, Title: text(zh, en)} }
