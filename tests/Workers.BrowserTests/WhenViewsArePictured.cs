namespace Workers.BrowserTests;

/// <summary>
/// Takes the pictures of docs/console.md from a fleet that runs: tests/Workers.BrowserTests/pictures starts one and names it.
/// Skipped otherwise.
/// </summary>
public sealed class WhenViewsArePictured
{
    private static readonly (string Name, string Path, int Height)[] Views =
    [
        ("now", "/", 900),
        ("letters", "/letters", 620),
        ("order", "/orders/DEMO-0001", 900),
        ("flows", "/flows", 560),
        ("business", "/business", 760),
        ("acts", "/acts", 900),
    ];

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task Each_is_a_file(ColorScheme scheme, string suffix)
    {
        var url = Environment.GetEnvironmentVariable("PICTURED_CONSOLE");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "No console is named: run tests/Workers.BrowserTests/pictures.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync(
            new() { BaseURL = url, ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 900 } });
        await LimitAsync(page);

        foreach (var (name, path, height) in await WithGroupAsync(page))
        {
            await page.SetViewportSizeAsync(1280, height);
            await page.GotoAsync(path);
            await page.WaitForTimeoutAsync(2_500);   // a look into dead letters comes by the next refresh
            await page.ReloadAsync();
            var file = Path.Combine(Environment.GetEnvironmentVariable("PICTURES") ?? ".", $"console-{name}-{suffix}.jpg");
            await page.ScreenshotAsync(new() { Path = file, Type = ScreenshotType.Jpeg, Quality = 70 });

            Assert.True(new FileInfo(file).Length > 10_000, file);
        }
    }

    /// <summary>So that something is asked of a queue, and an act is on the trail.</summary>
    private static async Task LimitAsync(IPage page)
    {
        await page.GotoAsync("/workers/notification");
        await page.Locator("#steer-notification-queue summary").ClickAsync();
        await page.GetByLabel("At most").FillAsync("5");
        await page.GetByLabel("Why notification-queue is limited").FillAsync("The mail server asks for it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Limit" }).ClickAsync();
        await page.GetByText("is limited to 5").First.WaitForAsync();
    }

    private static async Task<IEnumerable<(string Name, string Path, int Height)>> WithGroupAsync(IPage page)
    {
        await page.GotoAsync("/letters");
        await page.Locator("#groups a.row").First.WaitForAsync(new() { Timeout = 30_000 });
        return Views.Append(("group", (await page.Locator("#groups a.row").First.GetAttributeAsync("href"))!, 900));
    }
}
