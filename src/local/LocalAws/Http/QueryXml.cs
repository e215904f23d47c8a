using System.Text.Json;
using System.Xml;

namespace LocalAws.Http;

/// <summary>Writes answers of the query protocol.</summary>
internal static class QueryXml
{
    // A reader of XML takes a bare carriage return for a line's end, and a message has to arrive as it was sent.
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };

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
            WriteMembers(writer, result, new Shapes(service.Maps, service.Flattened(action)));
            writer.WriteEndElement();
        }

        writer.WriteStartElement("ResponseMetadata");
        writer.WriteElementString("RequestId", requestId);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    /// <summary>The answer to a request that names no operation.</summary>
    public static string NoAction(string message) => Write(writer =>
    {
        writer.WriteStartElement("UnknownOperationException");
        writer.WriteElementString("Message", message);
        writer.WriteEndElement();
    });

    /// <summary>The answer to a request that is refused.</summary>
    public static string Error(string xmlNamespace, string requestId, AwsException exception) => Write(writer =>
    {
        writer.WriteStartElement("ErrorResponse", xmlNamespace);
        writer.WriteStartElement("Error");
        writer.WriteElementString("Type", exception.StatusCode < 500 ? "Sender" : "Receiver");
        writer.WriteElementString("Code", exception.QueryCode ?? exception.Code);
        writer.WriteElementString("Message", Clean(exception.QueryMessage ?? exception.Message));
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

    private static void WriteMembers(XmlWriter writer, JsonElement structure, Shapes shapes)
    {
        foreach (var member in structure.EnumerateObject())
        {
            if (shapes.Flattened.FirstOrDefault(flat => flat.Member == member.Name) is { } found)
            {
                WriteFlattened(writer, member.Value, found, shapes);
                continue;
            }

            writer.WriteStartElement(member.Name);
            if (shapes.Maps.Contains(member.Name))
            {
                WriteEntries(writer, member.Value, "entry", "key", "value", shapes);
            }
            else
            {
                WriteValue(writer, member.Value, shapes);
            }

            writer.WriteEndElement();
        }
    }

    private static void WriteValue(XmlWriter writer, JsonElement value, Shapes shapes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(writer, value, shapes);
                break;
            case JsonValueKind.Array:
                WriteElements(writer, value, "member", shapes);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteString(value.GetBoolean() ? "true" : "false");
                break;
            default:
                writer.WriteString(Clean(value.ToString()));
                break;
        }
    }

    private static void WriteFlattened(XmlWriter writer, JsonElement value, FlatMember flat, Shapes shapes)
    {
        if (flat.Key is null)
        {
            WriteElements(writer, value, flat.Element, shapes);
        }
        else
        {
            WriteEntries(writer, value, flat.Element, flat.Key, "Value", shapes);
        }
    }

    private static void WriteElements(XmlWriter writer, JsonElement list, string element, Shapes shapes)
    {
        foreach (var item in list.EnumerateArray())
        {
            writer.WriteStartElement(element);
            WriteValue(writer, item, shapes);
            writer.WriteEndElement();
        }
    }

    private static void WriteEntries(XmlWriter writer, JsonElement map, string element, string key, string value, Shapes shapes)
    {
        foreach (var entry in map.EnumerateObject())
        {
            writer.WriteStartElement(element);
            writer.WriteElementString(key, Clean(entry.Name));
            writer.WriteStartElement(value);
            WriteValue(writer, entry.Value, shapes);
            writer.WriteEndElement();
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

    /// <summary>Which members are written otherwise than their JSON tells.</summary>
    private sealed record Shapes(IReadOnlySet<string> Maps, IReadOnlyList<FlatMember> Flattened);
}
