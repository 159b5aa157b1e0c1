"""A small convolutional network in NumPy: two layers of filters, one hidden layer, trained by Adam."""
import numpy as np

MAPS1, MAPS2, HIDDEN, CLASSES = 12, 24, 80, 11


def columns(x, k):
    """Every k × k window of (n, c, h, w) as a row: (n · h' · w', c · k · k)."""
    w = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
    return np.ascontiguousarray(w.transpose(0, 2, 3, 1, 4, 5)).reshape(-1, x.shape[1] * k * k)


def pooled(x):
    """The largest of each 2 × 2 (n, c, h, w), and where it was."""
    n, c, h, w = x.shape
    parts = x.reshape(n, c, h // 2, 2, w // 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, h // 2, w // 2, 4)
    at = parts.argmax(-1)
    return np.take_along_axis(parts, at[..., None], -1)[..., 0], at


def unpooled(d, at):
    n, c, h, w = d.shape
    parts = np.zeros((n, c, h, w, 4), np.float32)
    np.put_along_axis(parts, at[..., None], d[..., None], -1)
    return parts.reshape(n, c, h, w, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, 2 * h, 2 * w)


class Network:
    def __init__(self, rng):
        def he(fan, *shape):
            return (rng.normal(0, np.sqrt(2 / fan), shape)).astype(np.float32)
        self.p = {
            "k1": he(25, MAPS1, 25), "b1": np.zeros(MAPS1, np.float32), "k2": he(MAPS1 * 9, MAPS2, MAPS1 * 9), "b2": np.zeros(MAPS2, np.float32),
            "w3": he(MAPS2 * 9, HIDDEN, MAPS2 * 9), "b3": np.zeros(HIDDEN, np.float32), "w4": he(HIDDEN, CLASSES, HIDDEN),
            "b4": np.zeros(CLASSES, np.float32),
        }
        self.m = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.v = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.t = 0

    def forward(self, x, drop=None):
        """Logits of (n, 20, 20); what is needed to go back is kept."""
        p, n = self.p, len(x)
        c1 = columns(x[:, None], 5)
        a1 = np.maximum(c1 @ p["k1"].T + p["b1"], 0).reshape(n, 16, 16, MAPS1).transpose(0, 3, 1, 2)
        s1, at1 = pooled(a1)
        c2 = columns(s1, 3)
        a2 = np.maximum(c2 @ p["k2"].T + p["b2"], 0).reshape(n, 6, 6, MAPS2).transpose(0, 3, 1, 2)
        s2, at2 = pooled(a2)
        f = s2.reshape(n, -1)
        h = np.maximum(f @ p["w3"].T + p["b3"], 0)
        if drop is not None:
            h = h * drop
        self.kept = (c1, a1, at1, c2, a2, at2, f, h, s1.shape)
        return h @ p["w4"].T + p["b4"]

    def backward(self, d, drop):
        c1, a1, at1, c2, a2, at2, f, h, shape = self.kept
        p, n, g = self.p, len(d), {}
        g["w4"], g["b4"] = d.T @ h, d.sum(0)
        dh = (d @ p["w4"]) * (h > 0) * drop
        g["w3"], g["b3"] = dh.T @ f, dh.sum(0)
        ds2 = (dh @ p["w3"]).reshape(n, MAPS2, 3, 3)
        da2 = (unpooled(ds2, at2) * (a2 > 0)).transpose(0, 2, 3, 1).reshape(-1, MAPS2)
        g["k2"], g["b2"] = da2.T @ c2, da2.sum(0)
        dc2 = (da2 @ p["k2"]).reshape(n, 6, 6, MAPS1, 3, 3)
        ds1 = np.zeros(shape, np.float32)
        for i in range(3):
            for j in range(3):
                ds1[:, :, i:i + 6, j:j + 6] += dc2[..., i, j].transpose(0, 3, 1, 2)
        da1 = (unpooled(ds1, at1) * (a1 > 0)).transpose(0, 2, 3, 1).reshape(-1, MAPS1)
        g["k1"], g["b1"] = da1.T @ c1, da1.sum(0)
        return g

    def step(self, x, y, rate, rng, smooth=.03, keep=.75):
        """One step of Adam on a batch; the loss."""
        drop = ((rng.random((len(x), HIDDEN)) < keep) / keep).astype(np.float32)
        q = softmax(self.forward(x, drop))
        target = np.full_like(q, smooth / CLASSES)
        target[np.arange(len(y)), y] += 1 - smooth
        loss = -np.mean(np.sum(target * np.log(q + 1e-9), 1))
        g = self.backward((q - target) / len(x), drop)
        self.t += 1
        for k in self.p:
            grad = g[k] + (1e-4 * self.p[k] if k[0] in "kw" else 0)
            self.m[k] = .9 * self.m[k] + .1 * grad
            self.v[k] = .999 * self.v[k] + .001 * grad * grad
            self.p[k] -= (rate * (self.m[k] / (1 - .9**self.t)) / (np.sqrt(self.v[k] / (1 - .999**self.t)) + 1e-8)).astype(np.float32)
        return loss

    def probabilities(self, x):
        return np.concatenate([softmax(self.forward(x[i:i + 500])) for i in range(0, len(x), 500)])


def softmax(z):
    z = np.exp(z - z.max(1, keepdims=True))
    return z / z.sum(1, keepdims=True)
