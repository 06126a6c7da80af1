"""What a user can do with the program, as plain functions: the window and the command line call these."""
