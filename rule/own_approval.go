package rule

// OwnApproval is P18: what happens where a unit would approve its own application,
// as a finance bureau could. The law does not say; nobody approves himself.
type OwnApproval uint8

// The choices. The region's finance department is let through either way, with a
// warning, because no other finance department stands above it in the plan.
const (
	RequireOther OwnApproval = iota // default: another body's decision is required
	WarnOwn                         // its own decision is enough, with a warning
	AllowOwn                        // its own decision is enough
)
