//! How sure a finding must be to be shown.

use clap::{Args, ValueEnum};

/// The options that say how sure a finding must be.
#[derive(Args)]
pub struct Threshold {
    /// How careful to be: lenient shows what is nearly certain, default what is more likely right than wrong, strict also what is
    /// doubtful.
    #[arg(long, value_enum, default_value_t = Profile::Default)]
    profile: Profile,
    /// Leave out findings that are less sure than this, from 0 (show all) to 1, whatever the profile.
    #[arg(long, value_name = "X", value_parser = super::probability)]
    min_confidence: Option<f32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Profile {
    /// From 0.7 on.
    Lenient,
    /// From 0.5 on.
    Default,
    /// From 0.35 on.
    Strict,
}

impl Threshold {
    /// The least confidence, from 0 to 1, of what is shown.
    pub fn least(&self) -> f32 {
        self.min_confidence.unwrap_or(match self.profile {
            Profile::Lenient => 0.7,
            Profile::Default => 0.5,
            Profile::Strict => 0.35,
        })
    }
}
