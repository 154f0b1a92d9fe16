//! How much of the machine is used; the same option for all commands.

use std::num::NonZeroUsize;

use clap::Args;

/// How many processor cores a command may use.
#[derive(Args)]
pub struct Cores {
    /// How many processor cores to use; all by default.
    #[arg(long, value_name = "N", value_parser = some)]
    jobs: Option<NonZeroUsize>,
}

fn some(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "give a number from 1, such as 2".to_owned())
}

impl Cores {
    /// Uses so many from now on.
    pub fn use_them(&self) {
        if let Some(jobs) = self.jobs {
            // Fails only when the pool is there already, and nothing made one.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
        }
    }
}
