namespace Workers.Tests.Shipping;

/// <summary>What the name of a container image says.</summary>
internal static class Images
{
    /// <summary>Whether it names a version: a tag that is not <c>latest</c>, or a digest.</summary>
    public static bool IsPinned(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var tag = name.IndexOfAny([':', '@']);
        return tag >= 0 && name[(tag + 1)..] is not ("latest" or "");
    }
}
