using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workers.Engine;
using Workers.Notification.Channels;
using Workers.Operations;

namespace Workers.Tests.Architecture;

/// <summary>
/// Markers and claims bear their handler's name. Renaming a handler, or moving an event to another, is a data migration: to the new name
/// every event that comes again is new. Approve a change of this file only with an answer to what then happens twice.
/// </summary>
public sealed class MarkerNames
{
    // Of an order, analytics and a customer's profile count each of these once, however many events say so.
    private static readonly string[] OncePerOrder =
    [
        "Analytics.OrderPlacedHandler", "Analytics.OrderCancellationDecidedHandler", "Analytics.InventoryReservedHandler",
        "Analytics.ReservationFailedHandler", "Analytics.InventoryReleasedHandler", "Analytics.OrderPaidHandler",
        "Analytics.OrderCompletedHandler", "Analytics.OrderFailedHandler", "Analytics.PaymentRefundedHandler",
        "Customers.OrderPlacedHandler", "Customers.OrderCompletedHandler",
    ];

    [Fact]
    public void Are_those_that_rows_in_production_bear()
    {
        var handlers = HostedDeployable.All.SelectMany(ServicesOf)
            .Select(service => service.IsKeyedService ? null : service.ImplementationInstance)
            .OfType<QueueConsumerBuilder>()
            .SelectMany(consumer => consumer.Handlers)
            .Select(handler => OncePerOrder.Contains(handler.HandlerName) ? $"{handler.HandlerName}#orderId={{orderId}}\n"
                : handler.HandlerName.StartsWith("Orders.", StringComparison.Ordinal) || handler.HandlerName.StartsWith("OrderDeadlines.", StringComparison.Ordinal)
                    ? $"{handler.HandlerName}#orderId={{orderId}},event={{eventId of {handler.EventType.Name}}}\n"
                : handler.HandlerName == "Inventory.OrderPlacedHandler" ? $"{handler.HandlerName}#orderId={{orderId}},is={{what it orders}}\n"
                : $"{handler.HandlerName}#{{eventId of {handler.EventType.Name}}}\n");
        var channels = ChannelNames.All.Select(channel => $"…#{channel}, where a notification goes there\n");

        Approved.Matches(
            Approved.PathOf("tests", "Workers.Tests", "Architecture", "MarkerNames.approved.txt"),
            string.Concat([.. handlers.Order(StringComparer.Ordinal), .. channels.Order(StringComparer.Ordinal)]));
    }

    private static IServiceCollection ServicesOf(HostedDeployable hosted)
    {
        var builder = WebApplication.CreateBuilder();
        hosted.Add(builder);
        return builder.Services;
    }
}
