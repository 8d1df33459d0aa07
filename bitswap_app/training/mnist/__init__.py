"""The codec on the papers' own ground: small models of MNIST digits, trained, exported to integers and coded."""
