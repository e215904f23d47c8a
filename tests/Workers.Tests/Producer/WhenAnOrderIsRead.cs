using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.OrderHistory;

namespace Workers.Tests.Producer;

public sealed class WhenAnOrderIsRead(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly DateTimeOffset Start = FakeTime.Start;

    [Fact]
    public async Task All_that_its_history_made_of_it_is_shown_and_what_does_not_apply_is_absent()
    {
        await producer.PutAsync(Completed("ORD-DONE") with { DeliveredAt = Start.AddHours(1), Subtotal = 8, Tax = 1.5m, Shipping = 0.5m });

        var order = await ReadAsync("ORD-DONE");

        Assert.True(
            JsonNode.DeepEquals(
                order,
                JsonNode.Parse("""
                    {"orderId":"ORD-DONE","status":"Completed","version":6,"customerId":"CUST-1","fulfilment":"choreographed",
                     "items":[{"productId":"LAPTOP-001","quantity":1}],"subtotal":8,"tax":1.5,"shipping":0.5,"amount":10,
                     "payment":{"paymentId":"pay-1","amount":10,"paidAt":"2026-01-15T10:00:02+00:00"},
                     "shipment":{"shipmentId":"ship-1","carrier":"simulated","trackingNumber":"T-1","deliveredAt":"2026-01-15T11:00:00+00:00"},
                     "timeline":[{"what":"Placed","at":"2026-01-15T10:00:00+00:00"},{"what":"Reserved","at":"2026-01-15T10:00:01+00:00"},
                     {"what":"Paid","at":"2026-01-15T10:00:02+00:00"},{"what":"Completed","at":"2026-01-15T10:00:03+00:00"},
                     {"what":"Delivered","at":"2026-01-15T11:00:00+00:00"}]}
                    """)),
            order.ToJsonString());
    }

    [Fact]
    public async Task One_that_the_state_machine_leads_says_so()
    {
        await producer.PutAsync(Completed("ORD-LED") with { Fulfilment = "orchestrated" });

        Assert.Equal("orchestrated", (string?)(await ReadAsync("ORD-LED"))["fulfilment"]);
    }

    [Fact]
    public async Task A_failed_one_says_where_and_why_and_what_was_given_back()
    {
        await producer.PutAsync(Completed("ORD-FAILED") with
        {
            Status = OrderStatus.Failed,
            ShipmentId = null,
            FailedStage = OrderStage.Shipping,
            Reason = "no carrier goes there",
            Refunded = 10,
            RefundedAt = Start.AddSeconds(9),
        });

        var order = await ReadAsync("ORD-FAILED");

        Assert.Equal(
            ("Failed", "Shipping", "no carrier goes there"),
            ((string?)order["status"], (string?)order["failedStage"], (string?)order["reason"]));
        Assert.Equal(10, (int)order["payment"]!["refunded"]!);
        Assert.Equal(["Placed", "Reserved", "Paid", "Failed", "Refunded"], order["timeline"]!.AsArray().Select(moment => (string?)moment!["what"]));
        Assert.False(order.ContainsKey("shipment"));
    }

    [Fact]
    public async Task A_payment_that_came_after_the_end_is_told_by_its_refund()
    {
        await producer.PutAsync(ProducerHost.Placed("ORD-LATE", "CUST-1") with
        {
            Status = OrderStatus.Cancelled,
            EndedAt = Start,
            Refunded = 10,
            RefundedAt = Start.AddSeconds(1),
        });

        Assert.Equal(["refunded", "refundedAt"], (await ReadAsync("ORD-LATE"))["payment"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task One_of_which_only_facts_have_come_is_not_known_yet()
    {
        await producer.PutAsync(Order.None("ORD-EARLY") with { Version = 1 });

        using var response = await producer.Http.GetAsync("/orders/ORD-EARLY", TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private static Order Completed(string orderId) => ProducerHost.Placed(orderId, "CUST-1") with
    {
        Version = 6,
        Status = OrderStatus.Completed,
        ReservedAt = Start.AddSeconds(1),
        PaymentId = "pay-1",
        Charged = 10,
        PaidAt = Start.AddSeconds(2),
        ShipmentId = "ship-1",
        Carrier = "simulated",
        TrackingNumber = "T-1",
        EndedAt = Start.AddSeconds(3),
    };

    private async Task<JsonObject> ReadAsync(string orderId) =>
        (await producer.Http.GetFromJsonAsync<JsonObject>($"/orders/{orderId}", TestContext.Current.CancellationToken))!;
}
