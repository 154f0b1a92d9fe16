//! What the options themselves tell: completions of shells, and manual pages.

use clap::Command;
use clap_complete::Shell;
use muqabala::error::{Error, nearest};

/// What makes a shell complete the options of the program.
pub fn completions(shell: Shell, mut program: Command) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut program, "muqabala", &mut script);
    script
}

/// The manual page of the program, or of one of its commands.
pub fn page(of: Option<&str>, mut program: Command) -> Result<Vec<u8>, Error> {
    program.build();
    let command = match of {
        None => program,
        Some(name) => {
            if let Some(command) = program.find_subcommand(name) {
                command.clone()
            } else {
                let meant = nearest(name, program.get_subcommands().map(Command::get_name)).map(|near| format!("did you mean {near}? "));
                let remedy = format!("{}muqabala --help lists all", meant.unwrap_or_default());
                return Err(Error::Usage { cause: format!("there is no command {name}"), remedy });
            }
        }
    };
    let mut page = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(command).render(&mut page);
    Ok(page)
}
