using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions.Model;
using Workers.Console.DeadLetters;
using Workers.Console.Declared;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Notification.Channels;
using Workers.Notification.Templates;
using Workers.Operations;
using Workers.Operations.DeadLetters;
using Workers.Operations.Executions;
using Workers.Operations.Reading;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Orders;

/// <summary>
/// Finds what somebody typed into the one box: an order, a ticket, a customer, an event, a chain of events, an execution by its name or
/// ARN, or the SQS id of a dead letter.
/// Everything is read by its key. No table is kept by event ids, so an event is found by what is keyed by it: the record of a
/// notification, or a marker that holds what was emitted.
/// </summary>
internal sealed class Finder(
    FleetAccess fleet, DeclaredFleet declared, LetterSurveys letters, MarkerReader markers, ExecutionReader executions)
{
    /// <summary>The address of what was found; null for nothing.</summary>
    public async Task<string?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (OfLetter(text) is { } letter)
        {
            return letter;
        }

        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return await OfExecutionAsync(text, cancellationToken);
        }

        if (!IdGrammar.Allows(text))
        {
            return null;
        }

        var order = HasOrderAsync(text, cancellationToken);
        var ticket = HasAsync(Topology.TicketsTable, TicketColumns.TicketId, text, cancellationToken);
        var customer = HasCustomerAsync(text, cancellationToken);
        return await order ? OfOrder(text)
            : await ticket ? $"/stories/ticket/{Uri.EscapeDataString(text)}"
            : await customer ? $"/customers/{Uri.EscapeDataString(text)}"
            : await OfEventAsync(text, cancellationToken) is { } orderId ? $"{OfOrder(orderId)}#{Uri.EscapeDataString(text)}"
            : await OfExecutionAsync(text, cancellationToken);
    }

    private static string OfOrder(string orderId) => $"/orders/{Uri.EscapeDataString(orderId)}";

    private string? OfLetter(string text)
    {
        foreach (var look in letters.Known)
        {
            foreach (var group in look.Groups)
            {
                var found = group.Examples.FirstOrDefault(letter =>
                    letter.MessageId == text
                    || letter.EventId == text
                    || letter.Attributes.GetValueOrDefault(Engine.DeadLetterAttributes.OriginalMessageId) == text
                    || letter.CorrelationId == text);
                if (found is not null)
                {
                    return found.MessageId != text && found.OrderId is { } orderId
                        ? OfOrder(orderId)
                        : $"/letters/{look.Queue}/{group.Id}";
                }
            }
        }

        return null;
    }

    private async Task<bool> HasOrderAsync(string orderId, CancellationToken cancellationToken) =>
        await HasAsync(Topology.OrdersTable, OrderColumns.OrderId, orderId, cancellationToken)
        || await HasAsync(Topology.ReservationsTable, ReservationColumns.OrderId, orderId, cancellationToken);

    private async Task<bool> HasCustomerAsync(string customerId, CancellationToken cancellationToken)
    {
        if (await HasAsync(Topology.CustomersTable, CustomerColumns.CustomerId, customerId, cancellationToken))
        {
            return true;
        }

        return (await new CustomerOrders(fleet).ListAsync(customerId, after: null, limit: 1, cancellationToken)).Orders.Count > 0;
    }

    private async Task<bool> HasAsync(string table, string key, string value, CancellationToken cancellationToken) =>
        await fleet.Tables.FindAsync(table, new() { [key] = new AttributeValue { S = value } }, cancellationToken) is not null;

    /// <summary>The order of an execution: one call, and one more the first time that it is asked for by name.</summary>
    private async Task<string?> OfExecutionAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        try
        {
            var arn = nameOrArn.StartsWith("arn:", StringComparison.Ordinal)
                ? nameOrArn
                : await executions.ArnOfAsync(nameOrArn, cancellationToken);
            return (await executions.DescribeAsync(arn, cancellationToken))?.OrderId is { } orderId ? OfOrder(orderId) : null;
        }
        catch (InvalidArnException)
        {
            return null;
        }
        catch (Exception exception) when (exception is OperationFailedException || AwsFailures.Of(exception, cancellationToken) is not null)
        {
            return null;   // where Step Functions cannot be asked, all else is found still
        }
    }

    private async Task<string?> OfEventAsync(string eventId, CancellationToken cancellationToken)
    {
        var keys = Template.All.SelectMany(template => ChannelNames.All.Select(channel => $"{template}#{channel}#{eventId}"));
        var sent = fleet.Tables.FindAllAsync(
            Topology.NotificationsTable,
            [.. keys.Select(key => new Row { [NotificationColumns.NotificationId] = new AttributeValue { S = key } })],
            cancellationToken);
        var known = await markers.ReadAsync(
            declared.Handlers.SelectMany(handler => MarkerKeys.Of(handler.Name, eventId, orderId: null)), cancellationToken);
        return (await sent).Select(row => row.GetValueOrDefault(NotificationColumns.OrderId)?.S).FirstOrDefault(id => id is not null)
            ?? known.Values.SelectMany(marker => marker.Details).Select(BodyGlance.OrderIdOfDetail).FirstOrDefault(id => id is not null);
    }
}
