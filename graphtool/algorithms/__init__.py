"""What is worked out on graphs of numbers: arrays in, arrays out, no word of the domain."""
