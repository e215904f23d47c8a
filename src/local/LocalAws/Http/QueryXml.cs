using System.Text.Json;
using System.Xml;

namespace LocalAws.Http;

/// <summary>Writes answers of the query protocol.</summary>
internal static class QueryXml
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true };

    /// <summary>The answer to an operation.</summary>
    /// <param name="service">The service.</param>
    /// <param name="action">The operation.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="result">The operation's answer.</param>
    public static string Answer(IQueryService service, string action, string requestId, JsonElement result) => Write(writer =>
    {
        writer.WriteStartElement($"{action}Response", service.XmlNamespace);
        if (result.EnumerateObject().Any() || service.EmptyResults.Contains(action))
        {
            writer.WriteStartElement($"{action}Result");
            WriteMembers(writer, result, service.Maps);
            writer.WriteEndElement();
        }

        writer.WriteStartElement("ResponseMetadata");
        writer.WriteElementString("RequestId", requestId);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    /// <summary>The answer to a request that is refused.</summary>
    public static string Error(string xmlNamespace, string requestId, AwsException exception) => Write(writer =>
    {
        writer.WriteStartElement("ErrorResponse", xmlNamespace);
        writer.WriteStartElement("Error");
        writer.WriteElementString("Type", exception.StatusCode < 500 ? "Sender" : "Receiver");
        writer.WriteElementString("Code", exception.Code);
        writer.WriteElementString("Message", Clean(exception.Message));
        writer.WriteEndElement();
        writer.WriteElementString("RequestId", requestId);
        writer.WriteEndElement();
    });

    private static string Write(Action<XmlWriter> write)
    {
        using var text = new StringWriter();
        using (var writer = XmlWriter.Create(text, Settings))
        {
            write(writer);
        }

        return text.ToString();
    }

    private static void WriteMembers(XmlWriter writer, JsonElement structure, IReadOnlySet<string> maps)
    {
        foreach (var member in structure.EnumerateObject())
        {
            writer.WriteStartElement(member.Name);
            if (maps.Contains(member.Name))
            {
                WriteEntries(writer, member.Value);
            }
            else
            {
                WriteValue(writer, member.Value, maps);
            }

            writer.WriteEndElement();
        }
    }

    private static void WriteValue(XmlWriter writer, JsonElement value, IReadOnlySet<string> maps)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(writer, value, maps);
                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    writer.WriteStartElement("member");
                    WriteValue(writer, element, maps);
                    writer.WriteEndElement();
                }

                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteString(value.GetBoolean() ? "true" : "false");
                break;
            default:
                writer.WriteString(Clean(value.ToString()));
                break;
        }
    }

    private static void WriteEntries(XmlWriter writer, JsonElement map)
    {
        foreach (var entry in map.EnumerateObject())
        {
            writer.WriteStartElement("entry");
            writer.WriteElementString("key", Clean(entry.Name));
            writer.WriteElementString("value", Clean(entry.Value.ToString()));
            writer.WriteEndElement();
        }
    }

    // XML has no way to write most control characters. Surrogates come in pairs here: JSON and forms hold no others.
    private static string Clean(string text) => text.All(IsWritable)
        ? text
        : string.Create(text.Length, text, static (cleaned, source) =>
        {
            for (var index = 0; index < cleaned.Length; index++)
            {
                cleaned[index] = IsWritable(source[index]) ? source[index] : '\uFFFD';
            }
        });

    private static bool IsWritable(char character) => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character);
}
