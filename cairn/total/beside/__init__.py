"""What belligerents concede, state and have not assessed, beside what is recorded of them."""
