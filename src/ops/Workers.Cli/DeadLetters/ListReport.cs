using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.DeadLetters;

namespace Workers.Cli.DeadLetters;

/// <summary>Dead letters for people: a table, or each in full.</summary>
internal static class ListReport
{
    private const int ShortId = 8;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteTable(IAnsiConsole console, ListAnswer answer, DateTimeOffset now)
    {
        if (answer.Letters.Count > 0)
        {
            var table = Tables.Create("message", "age", "event", "reason").Right(1);
            table.Columns[2].NoWrap = false;
            table.Columns[3].NoWrap = false;
            foreach (var letter in answer.Letters)
            {
                table.AddRow(
                    letter.MessageId[..Math.Min(ShortId, letter.MessageId.Length)].EscapeMarkup(),
                    Duration.Words(now - letter.SentAt),
                    Printable.Of(letter.Event ?? "–").EscapeMarkup(),
                    Printable.Of(letter.Reason).EscapeMarkup());
            }

            console.Write(table);
        }

        console.WriteLine(Summary(answer));
    }

    public static void WriteInFull(IAnsiConsole console, ListAnswer answer, DateTimeOffset now)
    {
        foreach (var letter in answer.Letters)
        {
            console.MarkupLineInterpolated($"[bold]{letter.MessageId}[/] {Printable.Of(letter.Event ?? "")}");
            WriteMember(console, "age", Duration.Words(now - letter.SentAt));
            WriteMember(console, "event id", letter.EventId ?? "–");
            WriteMember(console, "reason", letter.Reason);
            foreach (var (name, value) in letter.Attributes!.Where(attribute => attribute.Value != letter.Reason).OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            {
                WriteMember(console, name, value);
            }

            console.WriteLine(Printable.Of(Pretty(letter.Body!)));
            console.WriteLine();
        }

        console.WriteLine(Summary(answer));
    }

    private static void WriteMember(IAnsiConsole console, string name, string value) =>
        console.MarkupLineInterpolated($"  [grey]{name,-16}[/] {Printable.Of(value)}");

    private static string Summary(ListAnswer answer)
    {
        var others = answer.Others > 0 ? $", {answer.Others} others" : "";
        var rest = answer.IsWhole ? "" : ", and more: --limit shows more";
        var letters = answer.Letters.Count == 1 ? "1 dead letter" : $"{answer.Letters.Count} dead letters";
        return $"{letters} in {answer.Queue}{others}{rest}";
    }

    private static string Pretty(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return JsonSerializer.Serialize(json.RootElement, Readable);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return body;   // no JSON, or with a text that holds half a surrogate pair
        }
    }
}
