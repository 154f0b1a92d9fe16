//! What words of the list of stances do to a claim.

/// What a cue does to the claim it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Possibility,
    Likely,
    Certain,
    Alleged,
    Hearsay,
    Seem,
    Habit,
    Expectation,
    Plan,
    FormerHabit,
    Unreal,
    Nearly,
    Obligation,
    Condition,
    Until,
    Exception,
    Future,
    Former,
    Acting,
    Deputy,
    Nominee,
}

impl Class {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "possibility" => Self::Possibility,
            "likely" => Self::Likely,
            "certain" => Self::Certain,
            "alleged" => Self::Alleged,
            "hearsay" => Self::Hearsay,
            "seem" => Self::Seem,
            "habit" => Self::Habit,
            "expectation" => Self::Expectation,
            "plan" => Self::Plan,
            "former_habit" => Self::FormerHabit,
            "unreal" => Self::Unreal,
            "nearly" => Self::Nearly,
            "obligation" => Self::Obligation,
            "condition" => Self::Condition,
            "until" => Self::Until,
            "exception" => Self::Exception,
            "future" => Self::Future,
            "former" => Self::Former,
            "acting" => Self::Acting,
            "deputy" => Self::Deputy,
            "nominee" => Self::Nominee,
            _ => return None,
        })
    }

    /// Whether it says under what condition, or with what exception, a claim holds.
    pub(super) const fn binds_a_clause(self) -> bool {
        matches!(self, Self::Condition | Self::Until | Self::Exception)
    }

    /// Whether it says how sure a claim is.
    pub(super) const fn is_hedge(self) -> bool {
        matches!(self, Self::Possibility | Self::Likely | Self::Alleged | Self::Hearsay | Self::Seem | Self::Expectation)
    }

    /// Whether it says who holds a post, held it, or may come to hold it.
    pub(super) const fn is_of_a_post(self) -> bool {
        matches!(self, Self::Former | Self::Acting | Self::Deputy | Self::Nominee)
    }

    /// What the claim is as the cue puts it.
    pub(super) const fn described(self) -> &'static str {
        match self {
            Self::Possibility => "only possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
            Self::Alleged => "an allegation",
            Self::Hearsay => "hearsay",
            Self::Seem => "an impression",
            Self::Habit => "not always so",
            Self::Expectation => "expected",
            Self::Plan => "an intention",
            Self::FormerHabit => "a habit of the past",
            Self::Unreal => "only supposed",
            Self::Nearly => "not quite what happened",
            Self::Obligation => "an obligation",
            Self::Condition => "under a condition",
            Self::Until => "limited until something happens",
            Self::Exception => "subject to an exception",
            Self::Future => "to come",
            Self::Former => "a thing of the past",
            Self::Acting => "only for the time being",
            Self::Deputy => "a deputy",
            Self::Nominee => "only proposed",
        }
    }
}
