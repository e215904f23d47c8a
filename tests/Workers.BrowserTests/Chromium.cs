namespace Workers.BrowserTests;

/// <summary>The machine's own Chromium. Where there is none these specs are skipped, and say so.</summary>
internal static class Chromium
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static string? Path =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : Usual.FirstOrDefault(File.Exists);

    /// <summary>Starts it, or skips the spec.</summary>
    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        Assert.SkipWhen(Path is null, "There is no Chromium on this machine: apt-get install chromium, or name one in CHROMIUM.");
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }
}
