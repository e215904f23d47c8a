using System.Text.Json;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>What one action did to its transaction.</summary>
/// <param name="Code">The reason's name, <c>None</c> for an action that would have succeeded.</param>
/// <param name="Message">What is wrong; null for <c>None</c>.</param>
/// <param name="Item">What is stored, when the action asked to see it should its condition fail.</param>
internal sealed record CancellationReason(string Code, string? Message = null, AttributeMap? Item = null)
{
    public const string ConditionMessage = "The conditional request failed";

    public static readonly CancellationReason None = new("None");
    public static readonly CancellationReason Conflict = new("TransactionConflict", "Transaction is ongoing for the item");

    public static CancellationReason ConditionFailed(AttributeMap? item) =>
        new("ConditionalCheckFailed", ConditionMessage, item);

    public static CancellationReason Invalid(string message) => new("ValidationError", message);

    /// <summary>Writes the reasons in the order of the actions.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<CancellationReason> reasons)
    {
        writer.WriteStartArray("CancellationReasons"u8);
        foreach (var reason in reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("Code"u8, reason.Code);
            if (reason.Message is not null)
            {
                writer.WriteString("Message"u8, reason.Message);
            }

            if (reason.Item is not null)
            {
                writer.WritePropertyName("Item"u8);
                AttributeValueWriter.Write(writer, reason.Item);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
