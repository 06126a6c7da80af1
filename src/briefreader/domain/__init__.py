"""The words of the problem: frozen values without input or output."""
