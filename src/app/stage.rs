//! What is done with a session before and after its minutes are written, by its name. Does not know how any of it is
//! shown.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The letter that invites.
    Invitation,
    /// «بررسی مصوبات جلسات قبل»: the open resolutions of the body.
    Review,
    /// The resolutions one by one, to be read aloud and agreed to.
    ReadBack,
    /// What is missing before the minutes are signed; of final minutes their code.
    Closing,
    /// The corrections of final minutes.
    Corrections,
}

impl Stage {
    /// The word id of its name.
    pub fn word(self) -> &'static str {
        match self {
            Stage::Invitation => "screen-invitation",
            Stage::Review => "screen-review",
            Stage::ReadBack => "screen-read-back",
            Stage::Closing => "screen-closing",
            Stage::Corrections => "screen-corrections",
        }
    }
}
