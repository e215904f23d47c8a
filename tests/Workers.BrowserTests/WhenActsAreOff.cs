using System.Net;
using Workers.Contracts;

namespace Workers.BrowserTests;

public sealed class WhenActsAreOff : ConsoleSpec
{
    protected override Dictionary<string, string?> Settings => [];

    [Fact]
    public async Task A_page_names_the_command_and_has_no_form()
    {
        await Page.GotoAsync("/workers/payments");
        await Page.Locator("#steer-payments-queue summary").ClickAsync();

        Assert.Contains("fleet pause payments-queue", await Page.Locator("#steer-payments-queue").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Page.Locator("main form").CountAsync());
    }

    [Fact]
    public async Task Nobody_is_there_who_would_take_an_act()
    {
        using var http = new HttpClient { BaseAddress = Url };
        using var form = new FormUrlEncodedContent([new("queue", Topology.PaymentsQueue), new("reason", "because")]);

        using var answer = await http.PostAsync(new Uri("/acts/pause", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{answer.StatusCode}");
    }
}
