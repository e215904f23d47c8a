using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Cli.Publishing;

/// <summary>
/// Cuts an input into entries: JSON objects one after the other, or an array of them. Whatever the input is, each entry is either an
/// object that every later step can read or a problem with its line.
/// </summary>
internal static class EntryParser
{
    private static readonly JsonReaderOptions Several = new() { AllowMultipleValues = true };

    public static IReadOnlyList<Entry> Parse(string input)
    {
        var bytes = Encoding.UTF8.GetBytes(input);
        var entries = new List<Entry>();
        var lines = new LineCounter(bytes);
        var reader = new Utf8JsonReader(bytes, Several);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
                {
                    continue;   // the entries are what it holds
                }

                var begins = (int)reader.TokenStartIndex;
                reader.Skip();
                entries.Add(Read(bytes.AsSpan(begins, (int)reader.BytesConsumed - begins), lines.At(begins)));
            }
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0) + 1;
            entries.Add(new(line, null, $"line {line} is no JSON, and what follows was not read: {Words(exception)}"));
        }

        return entries;
    }

    private static Entry Read(ReadOnlySpan<byte> json, int line)
    {
        try
        {
            return StrictJson.Parse(json) is JsonObject content
                ? new(line, content, null)
                : new(line, null, $"line {line} is no JSON object with source, detail-type and detail");
        }
        catch (JsonException exception)
        {
            return new(line, null, $"line {line} cannot be read: {Words(exception)}");
        }
    }

    // The position that the exception adds is that within the entry; the line is told already.
    private static string Words(JsonException exception)
    {
        var message = exception.Message;
        var position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message[..position];
    }

    /// <summary>Counts lines as it is asked for places further and further on.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private int _place;
        private int _line = 1;

        public int At(int place)
        {
            _line += bytes.AsSpan(_place, place - _place).Count((byte)'\n');
            _place = place;
            return _line;
        }
    }
}
