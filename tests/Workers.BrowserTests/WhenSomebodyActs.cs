using System.Net;
using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using Workers.Contracts;

namespace Workers.BrowserTests;

public sealed class WhenSomebodyActs : ConsoleSpec
{
    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Workers:Console:UndoWindow"] = "00:00:05" };

    [Fact]
    public async Task A_pause_needs_a_reason_and_stands_on_every_page()
    {
        await OpenSteeringAsync();
        await PressAsync("Pause");
        Assert.Equal("/workers/payments", new Uri(Page.Url).AbsolutePath);   // the browser asks for the reason
        Assert.Equal(0, await CountAsync(Topology.AuditQueue));

        await Page.GetByLabel("Why payments-queue is paused").FillAsync("The provider charges twice");
        await PressAsync("Pause");
        await Page.GetByText("payments-queue is paused.").WaitForAsync();
        await Page.GotoAsync("/");

        await Page.GetByText("The provider charges twice").First.WaitForAsync();
        Assert.Equal(1, await CountAsync(Topology.AuditQueue));
    }

    [Fact]
    public async Task A_queue_is_limited_paused_and_resumed_by_the_keyboard_alone()
    {
        await Page.GotoAsync("/workers/payments");
        await Page.Locator("#steer-payments-queue summary").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");   // the first field of the first form
        await Page.Keyboard.TypeAsync("The provider charges twice");
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByText("payments-queue is paused.").WaitForAsync();

        await OpenSteeringAsync();
        await Page.GetByLabel("Why payments-queue is resumed").FillAsync("It charges once");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByText("payments-queue is neither paused nor limited.").WaitForAsync();

        await OpenSteeringAsync();
        await Page.GetByLabel("At most").FillAsync("3");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("Slowly at first");
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByText("payments-queue is limited to 3 in flight for each instance.").WaitForAsync();
        await Page.GotoAsync("/acts");

        await Page.GetByText("limited to 3 by").WaitForAsync();
        Assert.Equal(3, await CountAsync(Topology.AuditQueue));
    }

    [Fact]
    public async Task Letters_go_back_at_the_rate_that_was_asked_for()
    {
        const int Letters = 40;
        await PutAsync(Letters);

        await Page.GotoAsync("/letters/payments-dlq");
        Assert.Contains("dlq redrive payments-dlq --rate 50", await Page.Locator("code.cmd").First.InnerTextAsync(), StringComparison.Ordinal);
        await Page.GetByLabel("a second at most").FillAsync("10");
        await Page.GetByLabel("Why they are sent back").FillAsync("The provider is there again");
        var begun = TimeProvider.System.GetTimestamp();
        await PressAsync("Send back");
        await Page.GetByText($"{Letters} sent back").WaitForAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(3));   // 40 at 10 a second
        Assert.Equal((0, Letters), (await CountAsync(Topology.PaymentsDlq), await CountAsync(Topology.PaymentsQueue)));
    }

    [Fact]
    public async Task A_discard_can_be_undone_before_anything_is_deleted()
    {
        await PutAsync(1);

        await ThrowAwayAsync();
        await PressAsync("Undo");
        await Page.GetByText("Undone: nothing was deleted.").First.WaitForAsync();

        Assert.Equal((1, 0), (await CountAsync(Topology.PaymentsDlq), await CountAsync(Topology.AuditQueue)));
    }

    [Fact]
    public async Task A_discard_that_nobody_undoes_is_on_the_trail_and_done()
    {
        await PutAsync(2);

        await ThrowAwayAsync();
        await Page.GetByText("2 deleted.").WaitForAsync();

        Assert.Equal(0, await CountAsync(Topology.PaymentsDlq));
        Assert.Contains("Dead Letters Discarded", await NextBodyAsync(Topology.AuditQueue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_is_followed_to_its_end_and_brings_the_events_once_more()
    {
        var reserved = new PutEventsRequestEntry
        {
            EventBusName = Topology.Bus,
            Source = "ecommerce.inventory",
            DetailType = "Inventory Reserved",
            Detail = JsonNode.Parse(Letters.Reserved("ORD-1"))!["detail"]!.ToJsonString(),
        };
        await EventBridge.PutEventsAsync(new() { Entries = [reserved] }, TestContext.Current.CancellationToken);
        await WaitForAsync(Topology.PaymentsQueue, count: 1);

        await Page.GotoAsync("/acts");
        await Page.GetByLabel("Why events are replayed").FillAsync("Payments was down");
        await PressAsync("Replay");
        await Page.GetByText("The replay begins").WaitForAsync();
        await Page.Locator("#replays").GetByText("COMPLETED").WaitForAsync();

        await WaitForAsync(Topology.PaymentsQueue, count: 2);
    }

    [Fact]
    public async Task A_replay_of_a_window_that_no_marker_remembers_is_refused()
    {
        await Page.GotoAsync("/acts");
        await Page.GetByLabel("From").FillAsync("2020-01-15T10:00:01");
        await Page.GetByLabel("Why events are replayed").FillAsync("Payments was down");
        await PressAsync("Replay");

        await Page.Locator(".flash.bad").GetByText("its events would take effect a second time").WaitForAsync();
        Assert.Equal(0, await CountAsync(Topology.AuditQueue));
    }

    [Fact]
    public async Task A_form_of_another_page_is_refused()
    {
        using var http = new HttpClient { BaseAddress = Url };
        using var form = new FormUrlEncodedContent([new("queue", Topology.PaymentsQueue), new("reason", "because")]);

        using var answer = await http.PostAsync(new Uri("/acts/pause", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await CountAsync(Topology.AuditQueue));
    }

    private async Task OpenSteeringAsync()
    {
        await Page.GotoAsync("/workers/payments");
        await Page.Locator("#steer-payments-queue summary").ClickAsync();
    }

    private Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task WaitForAsync(string queue, int count)
    {
        while (await CountAsync(queue) < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private async Task ThrowAwayAsync()
    {
        await Page.GotoAsync("/letters/payments-dlq");
        await Page.Locator("#discard summary").ClickAsync();
        await Page.GetByLabel("Why they are thrown away").FillAsync("Nobody needs it");
        await PressAsync("Throw away");
    }

    private async Task PutAsync(int count) => await Letters.PutAsync(
        Sqs, await QueueUrlAsync(Topology.PaymentsDlq), count, number => (Letters.Reserved($"ORD-{number}"), "The provider was away"));
}
