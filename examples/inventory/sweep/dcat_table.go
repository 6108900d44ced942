package sweep

import "github.com/dataasset-go/dataasset/asset"

// The vocabularies that a catalogue is written in.
const (
	dcat    = "http://www.w3.org/ns/dcat#"
	dct     = "http://purl.org/dc/terms/"
	rdfs    = "http://www.w3.org/2000/01/rdf-schema#"
	skos    = "http://www.w3.org/2004/02/skos/core#"
	foaf    = "http://xmlns.com/foaf/0.1/"
	vcard   = "http://www.w3.org/2006/vcard/ns#"
	schema  = "http://schema.org/"
	schemas = "https://schema.org/"
	owlTime = "http://www.w3.org/2006/time#"
	pod     = "https://project-open-data.cio.gov/v1.1/schema#"
	authors = "http://publications.europa.eu/resource/authority/"
)

// frequencies are the codes by which catalogues say how often a dataset is updated:
// the EU's authority list, the Dublin Core Collection Description frequency terms, the
// SDMX code list, and ISO 8601 intervals as DCAT-US writes them. A code that our list
// has nothing for (irregular, every two years, never) is not here and becomes a note.
func frequencies() map[string]asset.Frequency {
	all := map[string]asset.Frequency{}
	for prefix, codes := range map[string]map[string]asset.Frequency{
		authors + "frequency/": {
			"CONT": "realTime", "UPDATE_CONT": "realTime", "1MIN": "minutes", "5MIN": "minutes", "10MIN": "minutes", "15MIN": "minutes", "30MIN": "minutes",
			"HOURLY": "hourly", "DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly", "QUARTERLY": "quarterly", "ANNUAL": "yearly",
		},
		"http://purl.org/cld/freq/": {
			"continuous": "realTime", "daily": "daily", "weekly": "weekly", "monthly": "monthly", "quarterly": "quarterly", "annual": "yearly",
		},
		"http://purl.org/linked-data/sdmx/2009/code#freq-": {
			"N": "minutes", "H": "hourly", "D": "daily", "W": "weekly", "M": "monthly", "Q": "quarterly", "A": "yearly",
		},
		"R/": {
			"PT1S": "realTime", "PT1M": "minutes", "PT1H": "hourly", "P1D": "daily", "P1W": "weekly", "P7D": "weekly", "P1M": "monthly", "P3M": "quarterly", "P1Y": "yearly",
		},
	} {
		for code, f := range codes {
			all[prefix+code] = f
		}
	}
	return all
}

// accessRights are the codes by which catalogues say who may have a dataset: the EU's
// authority list and DCAT-US. That PUBLIC is open without conditions is how the list
// defines it; RESTRICTED and NON_PUBLIC leave no other reading.
func accessRights() map[string]asset.Openness {
	return map[string]asset.Openness{
		authors + "access-right/PUBLIC": "unconditional", authors + "access-right/RESTRICTED": "conditional", authors + "access-right/NON_PUBLIC": "none",
		"public": "unconditional", "restricted public": "conditional", "non-public": "none",
	}
}

// themes are the themes of the EU's authority list that fall under one of our sectors
// and no other: AGRI has farming, fishery and forestry in one, and is not here.
func themes() map[string]string {
	return map[string]string{
		authors + "data-theme/TRAN": "transport", authors + "data-theme/HEAL": "health", authors + "data-theme/TECH": "science",
	}
}

// forms are the media types of files whose form is plain.
func forms() map[string]asset.Form {
	all := map[string]asset.Form{}
	for form, types := range map[asset.Form][]string{
		"structured":     {"text/csv", "text/tab-separated-values", "application/vnd.apache.parquet", "application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		"semiStructured": {"application/json", "application/ld+json", "application/geo+json", "application/xml", "text/xml", "application/rdf+xml", "text/turtle", "application/n-triples"},
		"unstructured":   {"application/pdf", "image/jpeg", "image/png", "image/tiff", "video/mp4", "audio/mpeg", "text/plain", "text/html"},
	} {
		for _, t := range types {
			all[t] = form
		}
	}
	return all
}

// knownContexts are contexts elsewhere whose terms are known here, so that they need
// not be fetched: that of DCAT-US 1.1, by the names that catalogues give it. Its terms
// are from memory; those that say nothing to a sweep are left out.
func knownContexts() map[string]map[string]term {
	terms := map[string]term{
		"title": {id: dct + "title"}, "description": {id: dct + "description"}, "identifier": {id: dct + "identifier"},
		"accrualPeriodicity": {id: dct + "accrualPeriodicity"}, "issued": {id: dct + "issued"}, "modified": {id: dct + "modified"},
		"spatial": {id: dct + "spatial"}, "temporal": {id: dct + "temporal"}, "publisher": {id: dct + "publisher"}, "isPartOf": {id: dct + "isPartOf"},
		"format": {id: dct + "format"}, "license": {id: dct + "license"}, "rights": {id: dct + "rights"}, "accessLevel": {id: pod + "accessLevel"},
		"dataset": {id: dcat + "dataset"}, "distribution": {id: dcat + "distribution"}, "keyword": {id: dcat + "keyword"}, "theme": {id: dcat + "theme"},
		"mediaType": {id: dcat + "mediaType"}, "byteSize": {id: dcat + "byteSize"}, "downloadURL": {id: dcat + "downloadURL"}, "accessURL": {id: dcat + "accessURL"},
		"name": {id: skos + "prefLabel"}, "fn": {id: vcard + "fn"}, "contactPoint": {id: dcat + "contactPoint"},
		"dcat": {id: dcat}, "dct": {id: dct}, "skos": {id: skos}, "foaf": {id: foaf}, "vcard": {id: vcard}, "org": {id: "http://www.w3.org/ns/org#"},
	}
	return map[string]map[string]term{
		"https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld": terms,
		"https://project-open-data.cio.gov/v1.1/schema/data.jsonld":    terms,
	}
}
