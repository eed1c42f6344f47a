//! What is done with a session before and after its minutes are written, by its name. Does not know how any of it is
//! shown.

/// Declares the stages, each with the word id of its name; what holds for every stage holds for a new one, too.
macro_rules! stages {
    ($($(#[$doc:meta])* $stage:ident: $word:literal,)*) => {
        /// One of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Stage {
            $($(#[$doc])* $stage,)*
        }

        impl Stage {
            /// All of them.
            pub const ALL: &[Stage] = &[$(Stage::$stage),*];

            /// The word id of its name.
            pub fn word(self) -> &'static str {
                match self {
                    $(Stage::$stage => $word,)*
                }
            }
        }
    };
}

stages! {
    /// The letter that invites.
    Invitation: "screen-invitation",
    /// «بررسی مصوبات جلسات قبل»: the open resolutions of the body.
    Review: "screen-review",
    /// The resolutions one by one, to be read aloud and agreed to.
    ReadBack: "screen-read-back",
    /// What is missing before the minutes are signed; of final minutes their code.
    Closing: "screen-closing",
    /// The corrections of final minutes.
    Corrections: "screen-corrections",
    /// The signed versions of minutes that were opened again.
    Versions: "screen-versions",
    /// The letters that tell organisations what was decided.
    Letters: "screen-letters",
}
